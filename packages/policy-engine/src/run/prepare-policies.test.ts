import { describe, expect, it } from 'vitest';
import { memoryTree } from '../../test/memory-tree.ts';
import type { Gate } from '../gates/gate.ts';
import type { Subject } from '../gates/subject.ts';
import type { Run } from './decide-run.ts';
import { gateWork } from './gate-work.ts';
import { loadPolicySet } from './policy-set.ts';
import { preparePolicies } from './prepare-policies.ts';

const gate: Gate<null> = {
  name: 'thing',
  schema: { type: 'object', properties: { thing: { type: 'object', properties: { size: { type: 'number' } } } } },
};
const things: Subject<null>[] = [1, 5].map((size) => ({
  reference: { kind: 'thing', id: `t${size}` },
  names: ['t', `t${size}`],
  actions: null,
  changed: null,
  input: { thing: { size } },
  data: null,
}));
const run: Run = {
  now: '2026-10-01',
  repository: null,
  environment: null,
  commit: null,
  exceptions: [],
  overrides: [],
  addedInChange: () => null,
};

const policy = (name: string, metadata: string, rules: string, gateName = 'thing') => `
apiVersion: tollgate/v1
kind: Policy
metadata: { name: ${name}, ${metadata} }
spec:
  gate: ${gateName}
  params: ${metadata === 'layer: org' ? '{ most: { type: number, default: 3, childMay: [lower] } }' : '{}'}
  rules: [${rules}]
---`;
const small = '{ id: small, assert: "thing.size <= params.most" }';

interface JudgeOptions {
  readonly environment?: string | null;
  readonly params?: Readonly<Record<string, string>>;
  readonly judges?: Readonly<Record<string, string>>;
}

/** Judges two things of the sizes 1 and 5 by the policies of a file. */
async function judge(text: string, { environment = null, params = {}, judges = {} }: JudgeOptions = {}) {
  const files = memoryTree({ 'p.yml': text });
  const set = await loadPolicySet(
    { names: ['p.yml'], environment, params: new Map(Object.entries(params)) },
    { files, packs: memoryTree({}), openCommit: () => ({ ...files, commit: '' }) },
  );
  const prepared = await preparePolicies(set, [gateWork(gate, () => things)], judges);
  return prepared.judge({ ...run, environment });
}

const verdictsOf = async (...given: Parameters<typeof judge>) =>
  (await judge(...given)).verdicts.map(({ policy, subject, outcome }) => `${policy} ${subject.id} ${outcome}`);

describe('a run', () => {
  it('judges every subject of a gate by its policies', async () => {
    expect(await verdictsOf(policy('a', 'layer: org', small))).toEqual(['a t1 pass', 'a t5 fail']);
  });

  it('takes values of parameters from the caller', async () => {
    expect(await verdictsOf(policy('a', 'layer: org', small), { params: { most: '5' } })).toEqual([
      'a t1 pass',
      'a t5 pass',
    ]);
  });

  it.each([
    [{ mots: '5' }, 'None of the policies has a parameter "mots". They have most.'],
    [{ most: 'many' }, 'The value "many" of the parameter "most" cannot be used: the policy "a" wants number.'],
  ])('refuses %j', async (params, message) => {
    await expect(judge(policy('a', 'layer: org', small), { params })).rejects.toThrow(message);
  });

  it.each([
    ['what this is about', {}, 'this is about thing.'],
    ['who judges them, when that is known', { judges: { cost: 'the till judges it' } }, 'the till judges it.'],
  ])('says which policies are for gates that are not judged, and %s', async (_, options, end) => {
    const { notices } = await judge(
      policy('a', 'layer: org', small) + policy('b', 'layer: org', '{ id: x, assert: "true" }', 'cost'),
      options,
    );
    expect(notices).toContain(`Policy "b" is for the gate "cost" and was not judged here: ${end}`);
  });

  it.each([
    ['', 'There is no policy in "p.yml". A policy is a document of YAML with "kind: Policy".'],
    [
      policy('a', 'layer: org', '{ id: x, assert: "true" }', 'thign'),
      'p.yml:6:9: There is no gate "thign". Did you mean "thing"?',
    ],
  ])('does not pass for want of a policy that judges: %j', async (text, message) => {
    await expect(judge(text)).rejects.toThrow(message);
  });

  it('says when all policies are for other environments', async () => {
    const { notices } = await judge(policy('a', 'layer: environment, environment: prod', '{ id: x, assert: "true" }'));
    expect(notices).toEqual(['No policy takes part: all are for other environments than that of the run, "prod".']);
  });

  it('tells an environment for which nothing is written, which may be a slip', async () => {
    const text =
      policy('a', 'layer: org', small) +
      policy('a', 'layer: environment, environment: prod', '{ id: small, onUnknown: fail }');
    expect((await judge(text, { environment: 'prd' })).notices).toContain(
      'No policy is for the environment "prd"; there are some for "prod".',
    );
    expect((await judge(text, { environment: 'prod' })).notices).toEqual([]);
    expect((await judge(text)).notices).toEqual([]);
  });

  it('finds mistakes in the policies of other environments too', async () => {
    const text =
      policy('a', 'layer: org', small) +
      policy('a', 'layer: environment, environment: prod', '{ id: tiny, assert: "thing.sise < 2" }');
    await expect(judge(text, { environment: 'dev' })).rejects.toThrow(/^p\.yml:16:\d+: There is no field "sise"/);
  });

  it('judges nothing by policies that contradict each other', async () => {
    const text = policy(
      'a',
      'layer: org',
      '{ id: x, assert: "thing.size == 1" }, { id: y, assert: "thing.size == 2" }',
    );
    await expect(judge(text)).rejects.toThrow(/contradict/);
  });
});
