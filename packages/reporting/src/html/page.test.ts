import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { beforeAndAfter, monthsAhead, tree } from '../../test/charts/sample.ts';
import { costChange } from '../../test/cost-change/sample.ts';
import type { ArrangedReport } from '../arrange.ts';
import { formatReport } from '../formats.ts';
import { html } from './markup.ts';
import { toHtml } from './page.ts';

/** One of each thing that a page shows. */
const small: ArrangedReport = {
  outcome: 'warned',
  headline: [
    { kind: 'strong', text: 'Cost: warned.' },
    { kind: 'text', text: ' $1,411.11 a month' },
  ],
  sections: [
    {
      title: 'Where it comes from',
      folded: false,
      blocks: [
        { kind: 'paragraph', content: 'As the plan says.' },
        {
          kind: 'list',
          items: [
            [{ kind: 'place', place: { file: 'infra/main.tf', startLine: 4, endLine: 9 } }],
            [{ kind: 'link', text: 'run 12', url: 'https://github.com/acme/infra/actions/runs/12?a=1&b=2' }],
          ],
        },
        beforeAndAfter,
        monthsAhead,
      ],
    },
  ],
  appendix: () => [{ title: 'All 2 resources', folded: true, blocks: [tree] }],
  footer: ['embedded prices of 2026-07-20'],
};

const placeUrl = (file: string, first: number, last?: number) =>
  `https://github.com/acme/infra/blob/abc/${file}#L${first}-L${last}`;

describe('the HTML page', () => {
  it('looks as reviewed', async () => {
    // The style and the script are reviewed in their sources.
    const page = toHtml(small, { placeUrl })
      .replace(/<style>.*<\/style>/s, '<style>…</style>')
      .replace(/<script>.*<\/script>/s, '<script>…</script>')
      .replaceAll(/sha256-[\w+/=]+/g, 'sha256-…');
    await expect(page).toMatchFileSnapshot('../../test/page/golden/page.html');
  });

  it.each([
    ['shown', 12, false],
    ['folded where they are many', 13, true],
  ])('has links to its sections, %s', (_, count, isFolded) => {
    const section = small.sections.slice(0, 1).map((one) => ({ ...one, blocks: [] }));
    const page = toHtml({ ...small, sections: Array.from({ length: count - 1 }, () => section).flat() });
    expect(page.includes('<nav aria-label="Contents">\n<details>')).toBe(isFolded);
  });

  it('is the same for the same report', () => {
    const written = () => formatReport(costChange(), 'html', { color: false });
    expect(written()).toBe(written());
  });

  it('allows its own style and script by their hashes, and nothing else', () => {
    const page = toHtml(small);
    const hashOf = (element: string) => {
      const source = new RegExp(`<${element}>(.*)</${element}>`, 's').exec(page)?.[1] ?? '';
      return `sha256-${createHash('sha256').update(source).digest('base64')}`;
    };
    expect(page).toContain(
      `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '${hashOf('style')}'; ` +
        `script-src '${hashOf('script')}'; base-uri 'none'; form-action 'none'">`,
    );
    expect(page).not.toMatch(/ style=| on\w+=/);
  });
});

describe('text in HTML', () => {
  it.each([
    ['is escaped', '<b>"x" & y</b>', '&lt;b&gt;&quot;x&quot; &amp; y&lt;/b&gt;'],
    ['hides and turns nothing', 'a\u202eb\u0000', 'a\\u{202e}b\\u{0}'],
  ])('%s', (_, text, written) => {
    expect(html`${text}`.html).toBe(written);
  });

  it('is not escaped twice when a piece stands in a piece', () => {
    expect(html`<p>${html`<b>${'&'}</b>`}${[html`1`, html`2`]}${3}</p>`.html).toBe('<p><b>&amp;</b>123</p>');
  });
});
