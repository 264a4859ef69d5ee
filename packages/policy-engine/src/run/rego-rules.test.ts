import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { unknown } from '@tollgate/cel';
import { describe, expect, it } from 'vitest';
import { thing, thingGate } from '../../test/judging.ts';
import { memoryTree } from '../../test/memory-tree.ts';
import type { DocumentFile } from '../documents/read-documents.ts';
import type { Run } from './decide-run.ts';
import { gateWork } from './gate-work.ts';
import { loadPolicySet } from './policy-set.ts';
import { preparePolicies } from './prepare-policies.ts';

const bundle = readFileSync(new URL('../../test/rego/things.tar.gz', import.meta.url));

const policyText = (rego: string) => `apiVersion: tollgate/v1
kind: Policy
metadata: { name: things }
spec:
  gate: thing
  params:
    most: { type: number, default: 10 }
    file: { type: string, default: things.tar.gz }
  rules:
  - id: cel
    assert: "!(thing.type == 'disk' && thing.size > params.most)"
  - id: rego
    rego: ${rego}
`;
const rule =
  '{ bundle: things.tar.gz, entrypoint: things/deny, reads: [thing.name, thing.type, thing.size], params: { most: $params.most } }';

const run: Run = {
  now: '2026-10-01',
  repository: null,
  environment: null,
  commit: null,
  exceptions: [],
  overrides: [],
  addedInChange: () => null,
};

async function prepared(
  rego: string,
  {
    written,
    names = ['policies'],
    bytes = bundle,
  }: { written?: DocumentFile; names?: string[]; bytes?: Uint8Array } = {},
) {
  const files = memoryTree({ 'policies/org.yml': policyText(rego), 'policies/things.tar.gz': bytes });
  const set = await loadPolicySet(
    { names, environment: null, ...(written === undefined ? {} : { written: [written] }) },
    {
      files,
      packs: memoryTree({}),
      openCommit: () => ({ ...files, commit: 'c'.repeat(40) }),
    },
  );
  const things = [
    thing('disk.small', { size: 1 }),
    thing('disk.even', { size: 10 }),
    thing('disk.large', { size: 11 }),
    thing('disk.sometime', { size: unknown('a plan') }),
    thing('box.large', { size: 11 }),
  ];
  return preparePolicies(set, [gateWork(thingGate, () => things.map((one) => ({ ...one, data: { labels: 0 } })))]);
}

describe('a rule of Rego beside an equal condition in CEL', () => {
  it.each(['policies', 'origin/main:policies'])('gives the same verdicts from %s', async (name) => {
    const { verdicts } = (await prepared(rule, { names: [name] })).judge(run);
    const outcomes = (id: string) =>
      Object.fromEntries(
        verdicts.filter((verdict) => verdict.rule === id).map(({ subject, outcome }) => [subject.id, outcome]),
      );
    expect(outcomes('rego')).toEqual({
      'disk.small': 'pass',
      'disk.even': 'pass',
      'disk.large': 'fail',
      'disk.sometime': 'unknown',
      'box.large': 'pass',
    });
    expect(outcomes('rego')).toEqual(outcomes('cel'));
    const large = verdicts.find((verdict) => verdict.rule === 'rego' && verdict.outcome === 'fail');
    expect(large?.message).toBe('disk.large has the size 11, and at most 10 is allowed');
  });
});

it('counts in the digest of its policy', async () => {
  const digestOf = async (bytes: Uint8Array) => (await prepared(rule, { bytes })).judge(run).policies[0]?.digest;
  expect(await digestOf(new Uint8Array(bundle))).toBe(await digestOf(bundle));
  expect(await digestOf(gunzipSync(bundle))).not.toBe(await digestOf(bundle));
});

describe('a rule of Rego that cannot be compiled', () => {
  it.each([
    {
      name: 'a bundle that is not there',
      rego: '{ bundle: none.wasm, entrypoint: things/deny }',
      error: 'policies/org.yml:13:21: There is no file "none.wasm" beside the policy. ',
    },
    {
      name: 'a bundle that a parameter names',
      rego: '{ bundle: $params.file, entrypoint: things/deny }',
      error: 'policies/org.yml:13:21: The bundle "things.tar.gz" comes from a parameter. ',
    },
    {
      name: 'an entry point that is not there',
      rego: '{ bundle: things.tar.gz, entrypoint: things/allow }',
      error: 'policies/org.yml:13:48: The bundle has no entry point "things/allow". It has things/deny.',
    },
    {
      name: 'a field that it does not have',
      rego: '{ bundle: things.tar.gz, entrypoint: things/deny, read: [thing] }',
      error: /^policies\/org\.yml:13:61: .*"read"/,
    },
  ])('is a problem at its place: $name', async ({ rego, error }) => {
    await expect(prepared(rego)).rejects.toThrow(error);
  });

  it('is one of a policy that is in no file', async () => {
    const written = { file: '--policy-text', text: policyText(rule) };
    await expect(prepared(rule, { written, names: [] })).rejects.toThrow(
      '--policy-text:13:21: --policy-text is no file of a folder, a pack or a commit, so that nothing lies beside it. ',
    );
  });
});
