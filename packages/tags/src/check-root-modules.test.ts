import { loadPolicySet } from '@tollgate/policy-engine';
import type { UnreadRootModule } from '@tollgate/resources';
import { evaluateModule, memoryTree } from '@tollgate/terraform';
import { describe, expect, it } from 'vitest';
import { checkRootModules, type JudgedResources } from './index.ts';

const policy = `apiVersion: tollgate/v1
kind: Policy
metadata: { name: owners }
spec:
  gate: tags
  rules:
    - id: owner
      level: hard-mandatory
      tags: { Owner: {} }
`;
const run = { now: '2026-11-20', repository: null, environment: null, commit: null, imported: [] };

const call = 'module "m" {\n  source = "../m"\n}\n';
const volume = (body = '') => `resource "aws_ebs_volume" "a" {\n${body}}\n`;

/** Judges root modules of one repository, each by its folder. */
async function check(
  files: Readonly<Record<string, string>>,
  folders: readonly string[],
  unread: readonly UnreadRootModule[] = [],
) {
  const nothing = memoryTree({});
  const sources = {
    files: memoryTree({ 'p.yml': policy }),
    packs: nothing,
    openCommit: () => ({ ...nothing, commit: '' }),
  };
  const set = await loadPolicySet({ names: ['p.yml'], environment: null }, sources);
  const tree = memoryTree(files);
  const judged = folders.map((folder): JudgedResources => {
    const evaluation = evaluateModule(tree, { folder, places: true });
    return { input: { kind: 'configuration', evaluation }, tree, folder, base: null, prefix: `${folder}:` };
  });
  return checkRootModules(set, () => ({ judged, unread }), run);
}

const outcomes = ({ verdicts }: Awaited<ReturnType<typeof check>>['decision']) =>
  verdicts.map(({ subject, outcome }) => `${subject.id} ${outcome}`);

describe('several root modules', () => {
  it('tell their resources of one address apart', async () => {
    const files = { 'dev/main.tf': volume(), 'prod/main.tf': volume('  tags = { Owner = "x" }\n') };
    const { decision, evidence } = await check(files, ['dev', 'prod']);
    expect(outcomes(decision)).toEqual(['dev:aws_ebs_volume.a fail', 'prod:aws_ebs_volume.a pass']);
    expect(evidence.headline).toBe('1 of 2 resources violates 1 of 1 rule.');
    expect(evidence.sources).toHaveLength(2);
  });

  it('share an exception that a comment in a common module makes, and it is one', async () => {
    const comment = '# tollgate:ignore owner until=2026-12-01 reason="scratch"\n';
    const files = { 'dev/main.tf': call, 'prod/main.tf': call, 'm/main.tf': `${comment}${volume()}` };
    const { decision } = await check(files, ['dev', 'prod']);
    expect(outcomes(decision)).toEqual([
      'dev:module.m.aws_ebs_volume.a excepted',
      'prod:module.m.aws_ebs_volume.a excepted',
    ]);
    expect(decision.exceptions).toMatchObject([{ id: 'm/main.tf:1', status: 'used', matched: 2 }]);
  });

  it('are modules of their own in what is said of compliance', async () => {
    const files = { 'dev/main.tf': `${volume()}${call}`, 'prod/main.tf': volume(), 'm/main.tf': volume() };
    const { evidence } = await check(files, ['dev', 'prod']);
    const text = JSON.stringify(evidence.sections);
    for (const module of ['"dev"', '"dev:module.m"', '"prod"']) expect(text).toContain(module);
  });

  it('of which one could not be evaluated fail, and the others are judged', async () => {
    const source = { file: 'prod/main.tf', startLine: 3 };
    const unread = [{ name: 'prod', errors: [{ message: 'Invalid reference.', source }, { message: 'And more.' }] }];
    const { decision, evidence } = await check({ 'dev/main.tf': volume() }, ['dev'], unread);
    expect(decision.outcome).toBe('failed');
    expect(outcomes(decision)).toEqual(['dev:aws_ebs_volume.a fail', 'prod error', 'prod error']);
    expect(decision.verdicts.at(-1)).toMatchObject({ policy: 'root-modules', rule: 'evaluated', effect: 'fail' });
    expect(decision.policies.map(({ name }) => name)).toEqual(['owners', 'root-modules']);
    expect(evidence.headline).toBe('1 of 1 resource violates 1 of 1 rule. 1 root module could not be evaluated.');
  });

  it('that all could not be evaluated judge nothing and do not pass', async () => {
    const errors = Array.from({ length: 25 }, (_, index) => ({ message: `Error ${index}.` }));
    const { decision, evidence } = await check({}, [], [{ name: 'prod', errors }]);
    expect(decision.outcome).toBe('failed');
    expect(decision.summary).toMatchObject({ pass: 0, error: 11 });
    expect(decision.verdicts.map(({ message }) => message)).toContain('There are 15 more errors in it.');
    expect(evidence.headline).toBe('No resource is judged by the 1 rule. 1 root module could not be evaluated.');
  });
});
