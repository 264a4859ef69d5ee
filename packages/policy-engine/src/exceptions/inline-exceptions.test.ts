import { describe, expect, it } from 'vitest';
import { problemText } from '../problem.ts';
import { parseInlineExceptions } from './inline-exceptions.ts';

const lines = { file: 'infra/main.tf', startLine: 13, endLine: 20 };

function parse(text: string) {
  return parseInlineExceptions({ text, file: 'infra/main.tf', line: 12, column: 3, lines, block: 'aws_instance.a' });
}

describe('an inline exception', () => {
  it('is the same object as any other exception, for the lines that it stands at', () => {
    const text =
      '# tollgate:ignore tags/keys until=2026-12-01 reason="bought \\"as is\\"" approver=user:ann evidence=OPS-1';
    expect(parse(text)).toEqual({
      exceptions: [
        {
          id: 'infra/main.tf:12',
          rule: 'tags/keys',
          scope: { resources: [], paths: [], lines, block: 'aws_instance.a', repository: null, environment: null },
          reason: 'bought "as is"',
          approver: 'user:ann',
          evidence: 'OPS-1',
          created: null,
          expires: '2026-12-01',
          source: { file: 'infra/main.tf', startLine: 12, startColumn: 5 },
          origin: 'comment',
        },
      ],
      problems: [],
    });
  });

  it.each([
    ['# tollgate:ignore keys until=2026-12-01 reason="x"', ['keys']],
    ['#tollgate:ignore keys until=2026-12-01 reason="x"', ['keys']],
    ['// tollgate:ignore keys reason="x" until=2026-12-01', ['keys']],
    ['/* tollgate:ignore keys until=2026-12-01 reason="x" */', ['keys']],
    ['/* tollgate:ignore keys until=2026-12-01 reason=x*/', ['keys']],
    ['# tollgate:ignore keys,values until=2026-12-01 reason="x"', ['keys', 'values']],
    ['# tollgate:ignore keys , tags/values,keys until=2026-12-01 reason="x"', ['keys', 'tags/values']],
    ['# tollgate:ignore tags/* until=2026-12-01 reason = "x"', ['tags/*']],
    ['# tollgate:ignore keys until="2026-12-01" reason="a=b, until=never"\r', ['keys']],
    ['/* Bought.\n * tollgate:ignore keys until=2026-12-01 reason="x"\n */', ['keys']],
  ])('is read from %j', (text, rules) => {
    const { exceptions, problems } = parse(text);
    expect(problems).toEqual([]);
    expect(exceptions.map(({ rule }) => rule)).toEqual(rules);
    expect(new Set(exceptions.map(({ expires }) => expires))).toEqual(new Set(['2026-12-01']));
  });

  it.each([
    '# tollgate',
    '# Tollgate: see the rules of the platform team.',
    '# tollgate ignores this, as the policy has no rule for it',
    '# write "tollgate:ignore keys" to except it',
    '# tfsec:ignore:aws-s3-enable-versioning',
    '# trivy:ignore:AVD-AWS-0001:exp:2026-12-01',
    '# tflint-ignore: terraform_unused_declarations',
    '# checkov:skip=CKV_AWS_20:reason=public on purpose',
    '/* */',
    '#',
  ])('is not seen in %j', (text) => {
    expect(parse(text)).toEqual({ exceptions: [], problems: [] });
  });
});

describe('a mistake in an inline exception', () => {
  const cases: [comment: string, ...problems: string[]][] = [
    [
      '# tollgate:ignore keys reason="x"',
      '12:20: The exception has no last day. Add until= and a day, such as until=2026-12-01.',
    ],
    ['# tollgate:ignore keys until=2026-12-01', '12:20: The exception has no reason. Add reason="…".'],
    ['# tollgate:ignore', '12:20: The comment names no rule. Write the rule behind "tollgate:ignore".'],
    [
      '# tollgate:ignore until=2026-12-01 reason="x"',
      '12:20: The comment names no rule. Write the rule behind "tollgate:ignore".',
    ],
    [
      '# tollgate:ignore * until=2026-12-01 reason="x"',
      '12:21: "*" is no name of a rule. Write "rule", "policy/rule" or "policy/*".',
    ],
    [
      '# tollgate:ignore a/b/c until=2026-12-01 reason="x"',
      '12:21: "a/b/c" is no name of a rule. Write "rule", "policy/rule" or "policy/*".',
    ],
    [
      '# tollgate:ignore keys until=2026-02-30 reason="x"',
      '12:32: "2026-02-30" is no day. Write year, month and day, such as 2026-12-01.',
    ],
    [
      '# tollgate:ignore keys until="soon" reason="x"',
      '12:33: "soon" is no day. Write year, month and day, such as 2026-12-01.',
    ],
    ['# tollgate:ignore keys until= reason="x"', '12:32: "until" is empty. Say something there.'],
    [
      '# tollgate:ignore keys until=2026-12-01 reason="  "',
      '12:51: "reason" is empty. Say something there: reason="…".',
    ],
    [
      '# tollgate:ignore keys until=2026-12-01 reason="bought',
      '12:50: The quotes of "reason" are not closed. Close them with ".',
    ],
    [
      '# tollgate:ignore keys untill=2026-12-01 reason="x"',
      '12:26: An exception has no "untill". Did you mean "until"?',
    ],
    [
      '# tollgate:ignore keys until=2026-12-01 reason="x" owner=ann',
      '12:54: An exception has no "owner". Choose among until, reason, approver, evidence.',
    ],
    [
      '# tollgate:ignore keys until=2026-12-01 until=2026-12-02 reason="x"',
      '12:43: "until" is given twice. Keep one of them.',
    ],
    [
      '# tollgate:ignore keys until=2026-12-01 bought long ago reason=x',
      '12:43: "bought" has no meaning here. Put the reason in quotes: reason="…".',
    ],
    [
      '# tollgate:ignore keys until=2026-12-01 reason=bought long ago',
      '12:57: "long" has no meaning here. Put the reason in quotes: reason="…".',
    ],
    [
      '# tollgate:ignor keys until=2026-12-01 reason="x"',
      '12:5: Tollgate knows no comment "tollgate:ignor", so nothing is excepted. Write "tollgate:ignore RULE until=2026-12-01 reason="…"".',
    ],
    [
      '# TollGate:Ignore keys until=2026-12-01 reason="x"',
      '12:5: Tollgate knows no comment "TollGate:Ignore", so nothing is excepted. Write "tollgate:ignore RULE until=2026-12-01 reason="…"".',
    ],
    [
      '# tolgate:ignore keys until=2026-12-01 reason="x"',
      '12:5: Tollgate knows no comment "tolgate:ignore", so nothing is excepted. Write "tollgate:ignore RULE until=2026-12-01 reason="…"".',
    ],
    [
      '# tollgate ignore keys until=2026-12-01 reason="x"',
      '12:5: This is nearly an exception, so nothing is excepted. Write "tollgate:ignore RULE until=2026-12-01 reason="…"".',
    ],
    [
      '# TODO: tollgate:ignore keys until=2026-12-01 reason="x"',
      '12:11: "tollgate:ignore" must be the first word of a comment or of a line of it, so nothing is excepted. Put it first.',
    ],
    [
      '/* Bought.\n   tollgate:ignore keys until=never reason="x" */',
      '13:31: "never" is no day. Write year, month and day, such as 2026-12-01.',
    ],
  ];
  it.each(cases)('in %j has its place and its mend, and nothing is excepted', (text, ...expected) => {
    const { exceptions, problems } = parse(text);
    expect(problems.map(problemText)).toEqual(expected.map((problem) => `infra/main.tf:${problem}`));
    expect(exceptions).toEqual([]);
  });

  it('leaves the other lines of a comment alone', () => {
    const { exceptions, problems } = parse(
      '/* tollgate:ignore keys until=2026-12-01 reason="x"\n   tollgate:ignore values reason="x" */',
    );
    expect(exceptions.map(({ rule }) => rule)).toEqual(['keys']);
    expect(problems).toHaveLength(1);
  });

  it.each(['a', ' ', '"', '\\"', 'a=', ',', 'until=', 'tollgate:ignore '])(
    'is told in no time for a hostile comment of many %j',
    (piece) => {
      const started = performance.now();
      parse(`# tollgate:ignore ${piece.repeat(100_000)}`);
      parse(`# tollgate:ignore ${piece.repeat(3_900 / piece.length)}`);
      parse(`# ${piece.repeat(100_000)}`);
      expect(performance.now() - started).toBeLessThan(2_000);
    },
  );
});
