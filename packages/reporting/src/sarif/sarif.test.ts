import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { SarifLog as Log, Result, Run } from '@microsoft/sarif-multitool-ts';
import { decide, type Level, type OnUnknown, type Source } from '@tollgate/policy-engine';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { describe, expect, it } from 'vitest';
import { everyVerdict } from '../../test/every-verdict/sample.ts';
import type { Report } from '../arrange.ts';
import { githubLimits } from './limits.ts';
import { type SarifOptions, toSarif } from './sarif.ts';

/** The standard's own schema, as Microsoft's SARIF tools carry it. */
const schemaFile = createRequire(import.meta.url)
  .resolve('@microsoft/sarif-multitool-ts')
  .replace(/dist.index\.js$/, 'assets/sarif-2.1.0.schema.json');
const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats.default(ajv);
const validate = ajv.compile<Log>(JSON.parse(readFileSync(schemaFile, 'utf8')));

/** Writes a report and reads it back as the standard's one run. */
function runOf(report: Report, options?: SarifOptions): Run & { results: Result[] } {
  const log: unknown = JSON.parse(toSarif(report, options));
  if (!validate(log)) throw new Error(JSON.stringify(validate.errors));
  const [run] = log.runs;
  if (run === undefined || log.runs.length !== 1) throw new Error('There is not one run.');
  return { ...run, results: run.results ?? [] };
}

type Given = Parameters<typeof decide>[0][number]['results'][number];

function reportOf(
  results: readonly Partial<Given>[],
  level: Level = 'hard-mandatory',
  onUnknown: OnUnknown = 'warn',
): Report {
  const base = { rule: 'r', subject: { kind: 'resource', id: 'a.b' }, outcome: 'fail', message: 'is wrong' } as const;
  const policy = { name: 'p', version: '1.0.0', rules: [{ id: 'r', level, onUnknown }], document: {} };
  const evidence = { gate: 'Resources', headline: '', remedies: [], sections: [], unknowns: [], sources: [] };
  return { decision: decide([{ policy, results: results.map((result) => ({ ...base, ...result })) }]), evidence };
}

function at(startLine: number, file = 'main.tf'): Source {
  return { file, startLine };
}

const active = {
  id: 'EX-1',
  expires: '2026-12-01',
  status: 'active',
  reason: 'soon gone',
  approver: 'user:ana',
  message: 'Exception EX-1 holds until 2026-12-01.',
} as const;

/** The kinds of what GitHub's Markdown makes of a text. */
function typesOf(markdown: string): Set<string> {
  const types = new Set<string>();
  const walk = (node: Nodes) => {
    types.add(node.type);
    if ('children' in node) node.children.forEach(walk);
  };
  walk(fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }));
  return types;
}

describe('SARIF', () => {
  it('keeps to the schema of the standard with every kind of verdict, and with none', () => {
    expect(runOf(everyVerdict(), { toolVersion: '1.2.3' }).results).toHaveLength(13);
    expect(runOf(reportOf([])).results).toEqual([]);
  });

  it('has what GitHub asks of every rule and result', () => {
    const { tool, results } = runOf(everyVerdict());
    for (const { id, help, shortDescription, fullDescription, properties } of tool.driver.rules ?? []) {
      expect(help?.text, id).not.toBe('');
      expect(shortDescription?.text.length, id).toBeLessThanOrEqual(1_024);
      expect(fullDescription?.text.length, id).toBeLessThanOrEqual(1_024);
      expect([properties?.tags].flat().length, id).toBeLessThanOrEqual(10);
    }
    for (const { message, locations, ruleIndex, ruleId, partialFingerprints } of results) {
      expect(tool.driver.rules?.[ruleIndex ?? -1]?.id).toBe(ruleId);
      expect(locations?.[0]?.physicalLocation?.artifactLocation?.uri, message.text).not.toBe('');
      expect(locations?.[0]?.physicalLocation?.region?.startLine, message.text).toBeGreaterThan(0);
      expect(partialFingerprints).toHaveProperty('tollgateVerdict/v1');
    }
  });

  const levels: [string, Partial<Given>, Level, OnUnknown, string][] = [
    ['a violation of a hard-mandatory rule', {}, 'hard-mandatory', 'warn', 'error'],
    ['a violation of a soft-mandatory rule', {}, 'soft-mandatory', 'warn', 'error'],
    ['a violation of an advisory rule', {}, 'advisory', 'warn', 'warning'],
    [
      'one that is overridden',
      { override: { approvers: [{ name: 'user:li', at: '2026-11-19T10:12:00Z' }], commit: 'abc' } },
      'soft-mandatory',
      'warn',
      'warning',
    ],
    ['an unknown that passes', { outcome: 'unknown' }, 'hard-mandatory', 'pass', 'note'],
    ['an unknown that warns', { outcome: 'unknown' }, 'hard-mandatory', 'warn', 'warning'],
    ['an unknown that blocks', { outcome: 'unknown' }, 'hard-mandatory', 'fail', 'error'],
    ['an error', { outcome: 'error' }, 'advisory', 'pass', 'error'],
    [
      'an excepted violation',
      { outcome: 'excepted', underlying: 'fail', exception: active },
      'hard-mandatory',
      'warn',
      'error',
    ],
    [
      'an excepted unknown',
      { outcome: 'excepted', underlying: 'unknown', exception: active },
      'hard-mandatory',
      'warn',
      'note',
    ],
    ['a pass', { outcome: 'pass' }, 'hard-mandatory', 'warn', 'no result'],
    ['what does not apply', { outcome: 'not-applicable' }, 'hard-mandatory', 'warn', 'no result'],
  ];
  it.each(levels)('shows %s as it weighs', (_, result, level, onUnknown, expected) => {
    const [first] = runOf(reportOf([result], level, onUnknown)).results;
    expect(first?.level ?? 'no result').toBe(expected);
  });

  it('says whether the gate did its work', () => {
    expect(runOf(reportOf([{}])).invocations?.[0]?.executionSuccessful).toBe(true);
    expect(runOf(reportOf([{ outcome: 'error' }])).invocations?.[0]?.executionSuccessful).toBe(false);
  });
});

describe('exceptions in SARIF', () => {
  const excepted = { outcome: 'excepted', underlying: 'fail', exception: active } as const;
  const expired = { ...active, status: 'expired', message: 'Exception EX-1 expired on 2026-11-01.' } as const;
  const other = { kind: 'resource', id: 'a.c' };

  it('suppress their verdicts, and then every other result says that it is not suppressed', () => {
    const [first, second] = runOf(reportOf([excepted, { subject: other, exception: expired }])).results;
    expect(first?.suppressions).toEqual([
      {
        kind: 'external',
        status: 'accepted',
        justification: 'soon gone',
        properties: { id: 'EX-1', expires: '2026-12-01', approver: 'user:ana' },
      },
    ]);
    expect(second?.suppressions).toEqual([]);
    expect(second?.message.text).toBe(
      'a.c: is wrong. Exception EX-1 expired on 2026-11-01. Its place in the source is not known.',
    );
  });

  it('say nothing of suppression when nothing is suppressed', () => {
    expect(runOf(reportOf([{ exception: expired }])).results[0]).not.toHaveProperty('suppressions');
  });

  it('are in the source when they are comments', () => {
    const kinds = runOf(everyVerdict()).results.flatMap(
      ({ suppressions }) => suppressions?.map(({ kind }) => kind) ?? [],
    );
    expect(kinds).toEqual(['external', 'inSource']);
  });

  it('can leave their verdicts out', () => {
    expect(runOf(reportOf([excepted, { subject: other }]), { excepted: 'left-out' }).results).toHaveLength(1);
  });
});

describe('fingerprints', () => {
  const fingerprints = (results: readonly Partial<Given>[]) =>
    runOf(reportOf(results)).results.map(({ partialFingerprints }) => partialFingerprints);

  it('stay when lines move', () => {
    expect(fingerprints([{ source: at(3) }])).toEqual(fingerprints([{ source: at(90) }]));
  });

  it('leave the hash of a line to who uploads, unless that cannot tell findings apart', () => {
    const [alone] = fingerprints([{ source: at(3) }]);
    expect(alone).not.toHaveProperty('primaryLocationLineHash');
    const instances = fingerprints(
      ['a.b[0]', 'a.b[1]'].map((id) => ({ subject: { kind: 'resource', id }, source: at(3) })),
    );
    expect(new Set(instances.map((prints) => prints?.primaryLocationLineHash)).size).toBe(2);
    expect(fingerprints([{}])[0]).toHaveProperty('primaryLocationLineHash');
  });
});

describe('hostile text in SARIF', () => {
  it.each(['[click](https://evil.example)', '\u202egnp.exe\u0000\u001b[31m', '\ud800 {0} [a](1)', 'x'.repeat(100_000)])(
    'stays text: %.40j',
    (attack) => {
      const report = reportOf([{ subject: { kind: 'resource', id: attack }, message: attack, source: at(1, attack) }]);
      const evidence = {
        ...report.evidence,
        rules: [
          {
            policy: 'p',
            rule: 'r',
            level: 'advisory' as const,
            description: attack,
            remedy: attack,
            controls: [attack],
          },
        ],
      };
      const { results, tool } = runOf({ ...report, evidence });
      const [rule] = tool.driver.rules ?? [];
      for (const text of [results[0]?.message.text, rule?.shortDescription?.text, rule?.fullDescription?.text]) {
        expect(text).not.toMatch(/\]\(|[\p{Cc}\u202a-\u202e]/u);
        expect(text?.length).toBeLessThan(2_100);
      }
      expect(typesOf(rule?.help?.markdown ?? '')).toEqual(new Set(['root', 'paragraph', 'text', 'inlineCode']));
    },
  );

  it.each(['a b/ä#1?.tf', '100%/x.tf', 'C:/x.tf', 'https://evil.example/x.tf', 'a\\b.tf'])(
    'keeps the file %j as a relative address that reads back as it was',
    (file) => {
      const [result] = runOf(reportOf([{ source: at(1, file) }])).results;
      const uri = result?.locations?.[0]?.physicalLocation?.artifactLocation?.uri ?? '';
      expect(decodeURIComponent(uri)).toBe(file);
      expect(new URL(uri, 'file:///root/').href).toBe(`file:///root/${uri}`);
    },
  );
});

describe('the limits of GitHub', () => {
  const results = Array.from(
    { length: 30 },
    (_, index): Partial<Given> => ({
      subject: { kind: 'resource', id: `a.b${String(index).padStart(2, '0')}` },
      outcome: index % 3 === 0 ? 'fail' : 'unknown',
      source: at(index + 1),
    }),
  );
  const notices = (run: Run) =>
    run.invocations?.[0]?.toolExecutionNotifications?.map(({ message }) => message.text) ?? [];

  it('leave out the least severe results, and the file says so', () => {
    const run = runOf(reportOf(results), { limits: { ...githubLimits, results: 12 } });
    expect(run.results.filter(({ level }) => level === 'error')).toHaveLength(10);
    expect(run.results).toHaveLength(12);
    expect(notices(run)).toEqual([
      '18 results were left out to stay within the limits of GitHub code scanning, the least severe. The JSON report has all of them.',
    ]);
  });

  it('say how many are shown of those that are there', () => {
    expect(notices(runOf(reportOf(results), { limits: { ...githubLimits, shownResults: 7 } }))).toEqual([
      'GitHub code scanning shows 7 of the 30 results. The JSON report has all of them.',
    ]);
  });

  it('keep the compressed file small enough', () => {
    const run = runOf(reportOf(results), { limits: { ...githubLimits, compressedBytes: 1_600 } });
    expect(run.results.length).toBeLessThan(30);
    expect(notices(run)[0]).toMatch(/^\d+ results were left out/);
  });

  it('keep the rules that have results', () => {
    const run = runOf(everyVerdict(), { limits: { ...githubLimits, results: 1, rules: 1 } });
    expect(run.tool.driver.rules).toHaveLength(1);
    expect(run.results[0]?.ruleIndex).toBe(0);
    expect(notices(run)).toContain(
      '6 rules were left out to stay within the limits of GitHub code scanning, those without a result. The JSON report has all of them.',
    );
  });

  it('cut the callers of a module', () => {
    const callers = Array.from({ length: 150 }, (_, index) => ({ address: `module.m${index}`, ...at(index + 1) }));
    const [result] = runOf(reportOf([{ source: { ...at(1), callers } }])).results;
    expect(result?.relatedLocations).toHaveLength(100);
  });
});
