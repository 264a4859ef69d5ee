import type { RuleResult } from '@tollgate/policy-engine';
import fc from 'fast-check';
import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { describe, expect, it } from 'vitest';
import { sampleReport } from '../test/sample.ts';
import { arrange } from './arrange.ts';
import { toMarkdown } from './markdown.ts';
import { toTerminal } from './terminal.ts';
import { visible } from './visible.ts';

/** A report whose resource, message and file come from an attacker. */
function reportWith(hostile: string) {
  const result: RuleResult = {
    rule: 'keys',
    subject: { kind: 'resource', id: hostile },
    outcome: 'fail',
    message: hostile,
    source: { file: hostile, startLine: 1 },
  };
  return arrange(sampleReport([result]));
}

function nodes(markdown: string): Nodes[] {
  const found: Nodes[] = [];
  const walk = (node: Nodes) => {
    found.push(node);
    if ('children' in node) node.children.forEach(walk);
  };
  walk(fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }));
  return found;
}

/** The HTML of a document, but for the element that stands for a code mark. */
function htmlOf(found: Nodes[]): string[] {
  return found.flatMap((node) => (node.type === 'html' && !/^<\/?code>$/.test(node.value) ? [node.value] : []));
}

const attacks = [
  '<img src=x onerror=alert(1)>',
  '</details></sub><h1>Approved</h1>',
  '[click](https://evil.example) ![pixel](https://evil.example/p.png)',
  '| a | b |\n|---|---|\n| c | d |',
  '\n\n# Passed\n\n- [x] done',
  '`code` ``two`` ```three```',
  '@octocat @acme/admins fixes #1, GH-2 and acme/infra#3',
  'https://evil.example www.evil.example mailto:a@evil.example',
  '<!-- tollgate:tags --> --> ]]>',
  '&lt;b&gt; &amp; &#64;octocat',
  '\\`\\|\\',
  '$$\\frac{1}{2}$$ :rocket: ~~gone~~ [^1]\n\n[^1]: note',
  '\u202egnp.exe\u2066 \u0000\u001b[31mred\u001b[0m \u2028next',
  '\ud800 lone surrogate',
  '::error::owned\n##[error]owned',
  '```mermaid\ngraph TD\n```',
];

describe('text from a pull request', () => {
  it.each(attacks)('stays text in Markdown: %j', (attack) => {
    const found = nodes(toMarkdown(reportWith(attack), { limit: 65_536 }));
    expect(htmlOf(found)).toEqual(htmlOf(nodes(toMarkdown(reportWith('aws_instance.web'), { limit: 65_536 }))));
    for (const node of found) {
      if (node.type === 'link') expect(node.url).toBe('https://github.com/acme/infra/actions/runs/12');
      expect(['image', 'footnoteReference', 'footnoteDefinition', 'delete', 'code', 'definition']).not.toContain(
        node.type,
      );
      if (node.type === 'text') expect(node.value).not.toMatch(/@\w|#\d|GH-\d/i);
    }
    expect(found.filter((node) => node.type === 'heading')).toHaveLength(1);
    expect(found.filter((node) => node.type === 'table').length).toBeLessThanOrEqual(3);
  });

  it.each(attacks)('moves nothing in a terminal: %j', (attack) => {
    const text = toTerminal(reportWith(attack), { color: false });
    expect(text).not.toMatch(/(?!\n)[\p{Cc}\u202a-\u202e\u2066-\u2069\u2028\u2029]/u);
    expect(text.isWellFormed()).toBe(true);
  });

  it('comes back unchanged from a code mark when it is plain', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'ab`|\\*_[]<>&"$. '), minLength: 1, maxLength: 12 }), (name) => {
        fc.pre(name.trim() !== '');
        const found = nodes(toMarkdown(reportWith(name), { limit: 65_536 }));
        const codes = found.filter((node) => node.type === 'inlineCode').map((node) => node.value.trim());
        // A name with a backslash before a pipe is written as an HTML element instead.
        if (!name.includes('\\|')) expect(codes).toContain(visible(name).trim());
        else expect(found.some((node) => node.type === 'html' && node.value === '<code>')).toBe(true);
      }),
      { seed: 7, numRuns: 300 },
    );
  });
});

describe('a report that is too large', () => {
  const many = (count: number): RuleResult[] =>
    Array.from({ length: count }, (_, index) => ({
      rule: 'keys',
      subject: { kind: 'resource', id: `aws_instance.web[${index}]` },
      outcome: 'fail',
      message: 'lacks `Owner`',
    }));

  it.each([700, 1_000, 2_000, 4_000, 65_536])('stays within %i characters and is whole Markdown', (limit) => {
    const markdown = toMarkdown(arrange(sampleReport(many(5_000))), { limit, whole: { title: 'the report' } });
    expect(markdown.length).toBeLessThanOrEqual(limit);
    expect(markdown).toMatch(/^### ⛔ \*\*Tags: blocked\.\*\* 2 of 4/);
    expect(markdown).toMatch(/[\d,]+ lines were left out to stay within GitHub's limit\. All of them: the report/);
    expect(markdown.match(/<details>/g)?.length ?? 0).toBe(markdown.match(/<\/details>/g)?.length ?? 0);
    expect(markdown.trimEnd()).toMatch(/<\/sub>$/);
  });

  it('counts every line that it leaves out', () => {
    const markdown = toMarkdown(arrange(sampleReport(many(5_000))), { limit: 4_000, whole: { title: 'the report' } });
    const shown = markdown.match(/web\[/g)?.length ?? 0;
    const leftOut = Number(/([\d,]+) lines were left out/.exec(markdown)?.[1]?.replace(',', ''));
    // Besides the violations: a remedy, a paragraph with a table of two rows, and three things to know.
    expect(shown + leftOut).toBe(5_000 + 1 + 3 + 2);
  });

  it('shortens a name that would crowd out the rest', () => {
    const [result] = many(1);
    if (result === undefined) throw new Error('no result');
    const long = { ...result, subject: { kind: 'resource', id: 'x'.repeat(100_000) } };
    const markdown = toMarkdown(arrange(sampleReport([long])), { limit: 65_536 });
    expect(markdown.length).toBeLessThan(3_000);
    expect(markdown).toContain('xxx…');
  });
});
