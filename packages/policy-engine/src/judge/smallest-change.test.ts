import { unknown } from '@tollgate/cel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assertText, policiesOf, policyOf, policyText, thing } from '../../test/judging.ts';
import { explainResult } from './explain.ts';
import type { SubjectChange } from './smallest-change.ts';

const now = '2026-10-01';

/** A change as people read it. */
function changeText({ edits }: SubjectChange): string {
  return edits
    .map(({ action, path, wanted }) => (action === 'remove' ? `take out ${path}` : `${path}: ${wanted}`))
    .join('; ');
}

async function changesOf(assert: string, values: Record<string, unknown>): Promise<readonly string[]> {
  const { smallestChanges } = explainResult(await policyOf(assertText(assert)), 'rule', thing('a.x', values), { now });
  return (smallestChanges?.changes ?? []).map(changeText);
}

describe('the smallest change with which a rule is kept', () => {
  it('is one of what somebody can change', async () => {
    const policy = await policyOf(assertText("thing.type == 't3'"));
    const changesWith = (...changeable: readonly string[]) =>
      explainResult(policy, 'rule', thing('a.x', { type: 'm5' }), { now, changeable }).smallestChanges?.changes.length;
    expect([changesWith('thing'), changesWith('other')]).toEqual([1, 0]);
  });

  it.each([
    ["thing.type == 't3'", { type: 'm5' }, ['thing.type: "t3"']],
    ["'t3' == thing.type", { type: 'm5' }, ['thing.type: "t3"']],
    ["thing.type != 'm5'", { type: 'm5' }, ['thing.type: anything but "m5"']],
    ["!(thing.type == 'm5')", { type: 'm5' }, ['thing.type: anything but "m5"']],
    ["thing.type in ['a', 'b']", { type: 'c' }, ['thing.type: "a"', 'thing.type: "b"']],
    ["!(thing.type in ['a', 'b'])", { type: 'a' }, ['thing.type: none of ["a","b"]']],
    ['thing.size >= 3', { size: 1 }, ['thing.size: >= 3']],
    ['3 < thing.size', { size: 1 }, ['thing.size: > 3']],
    ['!(thing.size > 3)', { size: 9 }, ['thing.size: <= 3']],
    ['thing.size != 4', { size: 4 }, ['thing.size: anything but 4']],
    ["thing.type.startsWith('t')", { type: 'm5' }, ['thing.type: a text that starts with "t"']],
    ["!thing.type.endsWith('5')", { type: 'm5' }, ['thing.type: a text that does not end with "5"']],
    ["thing.type.contains('x')", { type: 'm5' }, ['thing.type: a text that contains "x"']],
    ['thing.isOpen', { isOpen: false }, ['thing.isOpen: true']],
    ['!thing.isOpen', { isOpen: true }, ['thing.isOpen: false']],
    ['has(thing.labels.Owner)', { labels: {} }, ['thing.labels.Owner: set']],
    ['has(thing.values.a.b)', { values: { a: {} } }, ['thing.values.a.b: set']],
    ['!has(thing.labels.Temp)', { labels: { Temp: 'x' } }, ['take out thing.labels.Temp']],
    ["thing.labels['cost-center'] == 'a'", { labels: {} }, ['thing.labels["cost-center"]: "a"']],
    ["has(thing.labels.Owner) && thing.labels.Owner == 'me'", { labels: {} }, ['thing.labels.Owner: "me"']],
    ['thing.values.?locked.orValue(false)', { values: {} }, ['thing.values.locked: true']],
    ['thing.isOpen || thing.size > 3', { isOpen: false, size: 1 }, ['thing.isOpen: true', 'thing.size: > 3']],
    ['thing.isOpen && thing.size > 3', { isOpen: false, size: 1 }, ['thing.isOpen: true; thing.size: > 3']],
    ['thing.isOpen && thing.size > 3', { isOpen: true, size: 1 }, ['thing.size: > 3']],
    [
      '(thing.isOpen && thing.size > 3) || thing.size > 9',
      { isOpen: false, size: 1 },
      ['thing.size: > 9', 'thing.isOpen: true; thing.size: > 3'],
    ],
    ['thing.isOpen ? thing.size > 3 : true', { isOpen: true, size: 1 }, ['thing.isOpen: false', 'thing.size: > 3']],
    [
      'thing.zones.all(z, z != "us")',
      { zones: ['us', 'eu'] },
      ['thing.zones[0]: anything but "us"', 'thing.zones: ["eu"]'],
    ],
    ['thing.zones.exists(z, z == "us")', { zones: ['eu'] }, ['thing.zones[0]: "us"', 'thing.zones[1]: "us"']],
    ["'eu' in thing.zones", { zones: ['us'] }, ['thing.zones: with "eu"']],
    ["!('eu' in thing.zones)", { zones: ['us', 'eu'] }, ['thing.zones: without "eu"']],
    ["'Owner' in thing.labels", { labels: {} }, ['thing.labels.Owner: set']],
    ['size(thing.zones) >= 2', { zones: ['us'] }, ['thing.zones: of size >= 2']],
    ['thing.type.size() < 3', { type: 'abcd' }, ['thing.type: of size < 3']],
    [
      'thing.values.rules[1].port == 443',
      { values: { rules: [{ port: 80 }, { port: 22 }] } },
      ['thing.values.rules[1].port: 443'],
    ],
    ['cel.bind(t, thing.type, t == "a")', { type: 'b' }, ['thing.type: "a"']],
    ["thing.type == 'a' && thing.type == 'b'", { type: 'c' }, []],
    ['false', {}, []],
  ])('%s', async (assert, values, expected) => {
    expect(await changesOf(assert, values)).toEqual(expected);
  });

  it('never is to change a parameter or the day', async () => {
    const rule =
      'rules:\n  - id: rule\n    assert: thing.size > params.most && now > timestamp("2030-01-01T00:00:00Z")';
    const policy = await policyOf(policyText(`params: { most: { type: number, default: 3 } }\n${rule}`));
    const { smallestChanges } = explainResult(policy, 'rule', thing('a.x', { size: 1 }), { now });
    expect(smallestChanges?.changes).toEqual([]);
    expect(smallestChanges?.gaps).toEqual(['No change can be derived from `now > timestamp("2030-01-01T00:00:00Z")`.']);
  });

  it('names a value of which it was tried that it does', async () => {
    const policy = await policyOf(assertText("thing.type.startsWith('t')"));
    const { smallestChanges } = explainResult(policy, 'rule', thing('a.x', { type: 'm5' }), { now });
    expect(smallestChanges?.changes).toEqual([
      {
        edits: [
          {
            path: 'thing.type',
            action: 'set',
            wanted: 'a text that starts with "t"',
            value: 'tm5',
            isExample: true,
          },
        ],
      },
    ]);
  });

  it('says of what none can be derived', async () => {
    const policy = await policyOf(assertText("thing.type.matches('^t')"));
    expect(explainResult(policy, 'rule', thing('a.x', { type: 'm5' }), { now }).smallestChanges).toEqual({
      changes: [],
      gaps: ["No change can be derived from `thing.type.matches('^t')`, for a regular expression names no value."],
    });
  });

  it('keeps the clauses of all layers', async () => {
    const rule = (assert: string) => `rules:\n  - id: rule\n    assert: ${assert}`;
    const texts = [
      policyText(rule("thing.type in ['a', 'b']"), 'p', 'org'),
      policyText(rule("thing.type in ['b', 'c']"), 'p'),
    ];
    const [policy] = (await policiesOf(texts)).policies;
    if (policy === undefined) throw new Error('no policy');
    const { smallestChanges } = explainResult(policy, 'rule', thing('a.x', { type: 'z' }), { now });
    expect(smallestChanges?.changes.map(changeText)).toEqual(['thing.type: "b"']);
  });

  it('does not get around the rule by what the rule is about', async () => {
    const policy = await policyOf(assertText('false', 'match: { when: thing.isOpen }'));
    const { smallestChanges } = explainResult(policy, 'rule', thing('a.x', { isOpen: true }), { now });
    expect(smallestChanges?.changes).toEqual([]);
  });

  it('reads input that is read when it is needed, and leaves it as it was', async () => {
    const labels = { get: (key: string) => (key === 'Env' ? 'dev' : undefined), keys: () => ['Env'] };
    const values = { get: (key: string) => (key === 'id' ? unknown('later') : key === 'labels' ? labels : undefined) };
    const assert =
      "thing.values.labels.Env == 'prod' && thing.values.labels.size() == 2 && has(thing.values.labels.Owner)";
    expect(await changesOf(assert, { values })).toEqual([
      'thing.values.labels.Env: "prod"; thing.values.labels.Owner: set',
    ]);
    expect(labels.get('Env')).toBe('dev');
  });
});

describe('a change that is given', () => {
  it('makes the rule pass, and no part of it is needless', async () => {
    const atom = fc.oneof(
      fc.constantFrom('thing.size > 3', 'thing.size != 5', 'thing.isOpen', "thing.type.startsWith('t')"),
      fc.constantFrom("thing.type in ['t1', 'm2']", "thing.zones.all(z, z == 'eu')", 'has(thing.labels.Owner)'),
    );
    const assert = fc
      .tuple(atom, fc.constantFrom('&&', '||'), atom, fc.constantFrom('&&', '||'), fc.boolean(), atom)
      .map(
        ([one, first, two, second, negates, three]) =>
          `(${one} ${first} ${two}) ${second} ${negates ? '!' : ''}(${three})`,
      );
    const input = fc.record({
      size: fc.integer({ min: 0, max: 6 }),
      isOpen: fc.boolean(),
      type: fc.constantFrom('t1', 'm2', 'x'),
      zones: fc.constantFrom([], ['eu'], ['us', 'eu']),
      labels: fc.constantFrom({}, { Owner: 'me' }),
    });
    await fc.assert(
      fc.asyncProperty(assert, input, async (text, values) => {
        const policy = await policyOf(assertText(text));
        const outcomeOf = (changed: object) =>
          explainResult(policy, 'rule', thing('a.x', { ...changed }), { now }).outcome;
        const { smallestChanges } = explainResult(policy, 'rule', thing('a.x', values), { now });
        for (const { edits } of smallestChanges?.changes ?? []) {
          expect(outcomeOf(edits.reduce(withEdit, values))).toBe('pass');
          for (const edit of edits) {
            const rest = edits.filter((other) => other !== edit);
            expect(outcomeOf(rest.reduce(withEdit, values))).not.toBe('pass');
          }
        }
      }),
      { numRuns: 150 },
    );
  });
});

/** Makes a change of a thing without what makes it in the engine. */
function withEdit(values: object, { path, action, value }: SubjectChange['edits'][number]): typeof values {
  const copy = structuredClone(values);
  const steps = path
    .replaceAll(/\[(\d+)\]/g, '.$1')
    .split('.')
    .slice(1);
  const last = steps.pop() ?? '';
  const holder: unknown = steps.reduce<unknown>((at, step) => Object.getOwnPropertyDescriptor(at, step)?.value, copy);
  if (typeof holder !== 'object' || holder === null) throw new Error(`no ${path}`);
  if (action === 'set') Object.assign(holder, { [last]: value });
  else Reflect.deleteProperty(holder, last);
  return copy;
}
