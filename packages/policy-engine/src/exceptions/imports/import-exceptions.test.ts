import { describe, expect, it } from 'vitest';
import { problemText } from '../../problem.ts';
import { type ImportFormat, type ImportOptions, importExceptions } from './import-exceptions.ts';

async function read(format: ImportFormat, content: unknown, options?: ImportOptions) {
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  const { exceptions, problems } = await importExceptions(format, { file: 'in', text }, options);
  return { exceptions, problems: problems.map(problemText) };
}

const scope = { resources: [], paths: [], lines: null, repository: null, environment: null };

describe('exceptions of a plain list', () => {
  it('are read from JSON, with their places', async () => {
    const text = `[
  { "rule": "tags/keys", "resources": ["aws_instance.a"], "reason": "old", "expires": "2026-12-01", "approver": "user:ann" }
]`;
    expect(await read('list', text)).toEqual({
      exceptions: [
        {
          id: 'in:2',
          rule: 'tags/keys',
          scope: { ...scope, resources: ['aws_instance.a'] },
          reason: 'old',
          approver: 'user:ann',
          evidence: null,
          created: null,
          expires: '2026-12-01',
          source: { file: 'in', startLine: 2, startColumn: 3 },
          origin: 'import',
        },
      ],
      problems: [],
    });
  });

  it.each([
    ['{}', 'in:1:1: A list of exceptions is expected here.'],
    ['[1]', 'in:1:2: An exception must be a mapping with "rule", "reason" and "expires".'],
    ['[{"reason": "x", "expires": "2026-12-01"}]', 'in:1:2: The entry names no rule.'],
    [
      '[{"rule": "r", "reason": "x"}]',
      'in:1:2: The entry for "r" has no expiry. Give it a last day, or give a default for those that have none.',
    ],
    ['[{"rule": "r", "expires": "2026-12-01"}]', 'in:1:2: The entry for "r" has no reason. Say why it is there.'],
    [
      '[{"rule": "r", "reason": "x", "expires": "2026-13-01"}]',
      'in:1:2: The entry for "r" has "2026-13-01" as its last day. Write year, month and day, such as 2026-12-20.',
    ],
    [
      '[{"rule": "r", "reason": "x", "expires": "2026-12-01", "path": ["a"]}]',
      'in:1:64: An exception has no "path". Did you mean "paths"?',
    ],
    [
      '[{"rule": "r", "reason": "x", "expires": "2026-12-01", "paths": "a"}]',
      'in:1:65: "paths" must be a list of texts.',
    ],
    ['[{"rule": 1}]', 'in:1:11: "rule" must be a text that is not empty.'],
  ])('are refused in %s', async (text, problem) => {
    expect(await read('list', text)).toEqual({ exceptions: [], problems: [problem] });
  });

  it('that end nowhere get the end and the reason that the caller gives', async () => {
    const { exceptions } = await read('list', [{ rule: 'r' }], {
      defaultExpires: '2026-12-31',
      defaultReason: 'moved',
    });
    expect(exceptions).toMatchObject([{ rule: 'r', expires: '2026-12-31', reason: 'moved' }]);
  });
});

describe('exceptions of a .trivyignore.yaml', () => {
  const text = `
vulnerabilities:
  - id: CVE-2024-1
    expired_at: 2026-10-01
    statement: not reachable
    paths: ["api/**"]
misconfigurations:
  - id: AVD-AWS-0001
    expired_at: 2026-10-01T02:00:00+05:00
    statement: ours
secrets:
`;

  it('hold to the day before the one from which Trivy tells them again', async () => {
    const { exceptions, problems } = await read('trivyignore', text);
    expect(problems).toEqual([]);
    expect(exceptions).toMatchObject([
      { id: 'in:3', rule: 'CVE-2024-1', scope: { ...scope, paths: ['api/**'] }, expires: '2026-09-30' },
      { id: 'in:8', rule: 'AVD-AWS-0001', scope, expires: '2026-09-29', reason: 'ours' },
    ]);
  });

  it('name findings when the caller says which rule they are from', async () => {
    const { exceptions } = await read('trivyignore', text, { rule: 'security/*' });
    expect(exceptions.map(({ rule, scope: { resources } }) => [rule, resources])).toEqual([
      ['security/*', ['CVE-2024-1']],
      ['security/*', ['AVD-AWS-0001']],
    ]);
  });

  it.each([
    ['vulnerabilities: [{statement: x}]', 'in:1:19: The entry has no id.'],
    ['vulnerability: []', 'in:1:16: Trivy knows no "vulnerability". Did you mean "vulnerabilities"?'],
    ['secrets: {}', 'in:1:10: "secrets" must be a list.'],
    ['secrets: [{id: a, expired_at: soon}]', 'in:1:31: "expired_at" must be a day or a time, such as 2026-12-20.'],
    [
      'vulnerabilities: [{id: a, purls: ["pkg:npm/a"]}]',
      'in:1:34: Packages cannot be named in an exception, and without them it would be too wide. Name paths.',
    ],
    [
      'secrets: [{id: a, statement: x}]',
      'in:1:11: The entry for "a" has no expiry. Give it a last day, or give a default for those that have none.',
    ],
  ])('are refused in %s', async (yaml, problem) => {
    expect(await read('trivyignore', yaml)).toEqual({ exceptions: [], problems: [problem] });
  });

  it('cannot name all findings at once by a wildcard', async () => {
    const yaml = 'secrets: [{id: "*", statement: x, expired_at: 2026-10-01}]';
    expect(await read('trivyignore', yaml, { rule: 'security/*' })).toEqual({
      exceptions: [],
      problems: ['in:1:11: The entry for "*" has a wildcard in its id. Name one finding.'],
    });
  });
});

describe('suppressions of a SARIF log', () => {
  const accepted = {
    kind: 'external',
    justification: 'old',
    properties: { expires: '2026-12-01', approver: 'user:ann' },
  };
  const location = {
    physicalLocation: { artifactLocation: { uri: 'infra/my%20main.tf' }, region: { startLine: 3, endLine: 9 } },
  };
  const address = { ...location, logicalLocations: [{ fullyQualifiedName: 'module.a.aws_instance.b["x"]' }] };
  const log = (result: unknown) => ({
    version: '2.1.0',
    runs: [{ tool: { driver: { rules: [{ id: 'by/index' }] } }, results: [result] }],
  });

  it('are exceptions for the address of their result, in its file', async () => {
    const { exceptions, problems } = await read(
      'sarif',
      log({ ruleId: 'tags/keys', locations: [address], suppressions: [accepted] }),
    );
    expect(problems).toEqual([]);
    expect(exceptions).toEqual([
      {
        id: 'in#runs[0].results[0].suppressions[0]',
        rule: 'tags/keys',
        scope: { ...scope, resources: ['module.a.aws_instance.b["x"]'], paths: ['infra/my main.tf'] },
        reason: 'old',
        approver: 'user:ann',
        evidence: null,
        created: null,
        expires: '2026-12-01',
        source: { file: 'in', startLine: 1, startColumn: 1 },
        origin: 'import',
      },
    ]);
  });

  it('are for the lines of a result without an address, and for a rule that is named by its index', async () => {
    const { exceptions } = await read('sarif', log({ ruleIndex: 0, locations: [location], suppressions: [accepted] }));
    expect(exceptions).toMatchObject([
      { rule: 'by/index', scope: { ...scope, lines: { file: 'infra/my main.tf', startLine: 3, endLine: 9 } } },
    ]);
  });

  it.each([
    ['none', [], 0],
    ['an accepted one', [{ ...accepted, status: 'accepted' }], 1],
    ['two', [accepted, { ...accepted, kind: 'inSource' }], 2],
    ['one under review', [{ ...accepted, status: 'underReview' }], 0],
    ['a rejected one', [{ ...accepted, status: 'rejected' }], 0],
    ['an accepted and a rejected one', [accepted, { ...accepted, status: 'rejected' }], 0],
  ])('with %s', async (_, suppressions, count) => {
    const { exceptions, problems } = await read('sarif', log({ ruleId: 'r', locations: [location], suppressions }));
    expect([exceptions.length, problems]).toEqual([count, []]);
  });

  const uri = (uri: string) => ({ physicalLocation: { artifactLocation: { uri }, region: { startLine: 1 } } });
  it.each([
    ['no JSON', '{', 'This is no SARIF log: JSON with "runs" is expected.'],
    [
      'no expiry',
      log({ ruleId: 'r', locations: [location], suppressions: [{ kind: 'external', justification: 'x' }] }),
      'The entry for "r" has no expiry. Give it a last day, or give a default for those that have none.',
    ],
    [
      'no rule',
      log({ locations: [location], suppressions: [accepted] }),
      'runs[0].results[0] is suppressed and names no rule.',
    ],
    ...['file:///etc/a', '/etc/a', '../a', '%2e%2e/a', '%zz'].map((text): [string, unknown, string] => [
      text,
      log({ ruleId: 'r', locations: [uri(text)], suppressions: [accepted] }),
      'runs[0].results[0] is suppressed, and its place is no path in the repository: the exception would be too wide.',
    ]),
  ])('are refused with %s', async (_, content, message) => {
    expect(await read('sarif', content)).toEqual({ exceptions: [], problems: [`in:1:1: ${message}`] });
  });
});
