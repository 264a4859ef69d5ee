import { type DocumentFile, type Exception, type PolicySet, readPolicySet } from '@tollgate/policy-engine';
import { resourceViews } from '@tollgate/resources';
import { evaluateModule, memoryTree } from '@tollgate/terraform';
import { describe, expect, it } from 'vitest';
import { files } from '../../test/estimate.ts';
import { textPrices } from '../../test/text-prices.ts';
import { awsModels } from '../aws/index.ts';
import { runCosts } from '../run/run-costs.ts';
import { usageRules } from '../usage/usage-rules.ts';
import { type CostsToJudge, checkCosts } from './check-costs.ts';

const prices = textPrices('aws.ebs.volume-gp3 0.1');

function policies(rules: string, gate = 'cost'): Promise<PolicySet> {
  const text = `apiVersion: tollgate/v1\nkind: Policy\nmetadata: { name: limits }\nspec:\n  gate: ${gate}\n  rules:\n${rules}`;
  const written: DocumentFile[] = [{ file: 'policy.yml', text }];
  return readPolicySet(
    { names: [], environment: null, written },
    { files: memoryTree({}), packs: memoryTree({}), openCommit: () => ({ ...memoryTree({}), commit: '' }) },
  );
}

const ready = (name: string, before: string, after: string) => {
  const [then, now] = [before, after].map((text) => {
    const tree = memoryTree({ 'main.tf': `provider "aws" {\n  region = "us-east-1"\n}\n${text}` });
    const evaluation = evaluateModule(tree);
    const resources = resourceViews({ kind: 'configuration', evaluation });
    return {
      tree,
      evaluation,
      input: { resources, models: awsModels, prices, files, usage: usageRules(null), date: '2026-07-20' },
    };
  });
  if (then === undefined || now === undefined) throw new Error('There are two sides.');
  return {
    kind: 'ready' as const,
    name,
    before: { kind: 'known' as const, input: then.input },
    after: now.input,
    moved: [],
    environment: null,
    commented: { input: { kind: 'configuration' as const, evaluation: now.evaluation }, tree: now.tree, base: null },
  };
};

const volume = (size: number, comment = '') =>
  `${comment}resource "aws_ebs_volume" "a" {\n  type = "gp3"\n  size = ${size}\n}\n`;

const costs = (...roots: Parameters<typeof runCosts>[0]['roots']): CostsToJudge =>
  runCosts({ roots, reported: { usage: usageRules(null) }, saved: null });

const run = { now: '2026-10-01', repository: null, environment: null, commit: null, imported: [] };
const limit = '    - { id: each, match: { resources: [aws_*] }, limit: { delta: 5 } }\n';

describe('checkCosts', () => {
  it('judges a change, and says what it costs', async () => {
    const { decision, evidence } = await checkCosts(
      await policies(limit),
      files,
      () => costs(ready('infra', volume(10), volume(100))),
      run,
    );
    expect(decision.outcome).toBe('blocked');
    expect(decision.verdicts.map(({ subject, outcome }) => `${subject.id} ${outcome}`)).toEqual([
      'aws_ebs_volume.a fail',
    ]);
    expect(evidence.headline).toBe('$1.00 → $10.00 a month (+$9.00, +900.0 %).');
  });

  it('looks through the policies before anything is read', async () => {
    const set = await policies('    - { id: each, limit: { delt: 5 } }\n');
    const judged = checkCosts(set, files, () => expect.fail('nothing is read'), run);
    await expect(judged).rejects.toThrow(/delt/);
  });

  it('counts a comment as an exception', async () => {
    const ignore = '# tollgate:ignore limits/each until=2026-12-01 reason="grows once"\n';
    const judged = () => costs(ready('infra', volume(10), volume(100, ignore)));
    const { decision } = await checkCosts(await policies(limit), files, judged, run);
    expect(decision.verdicts.map(({ outcome, underlying }) => [outcome, underlying])).toEqual([['excepted', 'fail']]);
    expect(decision.exceptions.map(({ status }) => status)).toEqual(['used']);
  });

  it('finds what a baseline names among all of its subjects', async () => {
    const known: Exception = {
      id: 'K-1',
      rule: 'limits/each',
      scope: {
        resources: [],
        paths: [],
        lines: null,
        subject: 'aws_ebs_volume.a',
        repository: null,
        environment: null,
      },
      reason: 'known',
      approver: null,
      evidence: null,
      created: null,
      expires: '2026-12-01',
      source: { file: 'baseline.yml', startLine: 1 },
      origin: 'baseline',
    };
    const set = await policies('    - { id: each, match: { resources: [aws_instance] }, limit: { delta: 5 } }\n');
    const judged = () => costs(ready('infra', volume(10), volume(100)));
    const baseline = { exceptions: [known], before: [known] };
    const { decision } = await checkCosts(set, files, judged, { ...run, baseline });
    expect(decision.exceptions.map(({ status }) => status)).toEqual(['out-of-scope']);
  });

  it('tells the same addresses of several root modules apart', async () => {
    const judged = () => costs(ready('a', volume(10), volume(100)), ready('b', volume(10), volume(20)));
    const { decision } = await checkCosts(await policies(limit), files, judged, run);
    expect(decision.verdicts.map(({ subject, outcome }) => `${subject.id} ${outcome}`)).toEqual([
      'a:aws_ebs_volume.a fail',
      'b:aws_ebs_volume.a pass',
    ]);
  });

  it('does not take an unknown number of instances for one', async () => {
    const many = `variable "many" {}\n${volume(10).replace('type', 'count = var.many\n  type')}`;
    const rules =
      '    - { id: total, limit: { delta: 5 } }\n' +
      '    - { id: part, match: { resources: [root-module, aws_*] }, limit: { total: 5 } }\n';
    const outcomes = async (before: string, after: string) => {
      const judged = () => costs(ready('infra', before, after));
      const { decision, evidence } = await checkCosts(await policies(rules), files, judged, run);
      return [evidence.headline, ...decision.verdicts.map(({ subject, outcome }) => `${subject.id} ${outcome}`)];
    };
    const once = 'Counted once: 1 resource of an unknown number of instances.';
    expect(await outcomes('', many)).toEqual([
      `$0.00 → $1.00 a month (+$1.00). ${once}`,
      'aws_ebs_volume.a unknown',
      'infra unknown',
      'total unknown',
    ]);
    expect(await outcomes(many, many)).toEqual([
      'No change: $1.00 a month.',
      'aws_ebs_volume.a unknown',
      'infra unknown',
      'total pass',
    ]);
    expect(await outcomes(volume(10).replace('type', 'count = 2\n  type'), many)).toContain('total unknown');
  });

  it('fails for a root module that could not be evaluated', async () => {
    const unread = { name: 'b', errors: [{ message: 'Missing argument.' }] };
    const judged = () => costs(ready('a', volume(1), volume(1)), { kind: 'failed', name: 'b', unread });
    const { decision, evidence } = await checkCosts(await policies(limit), files, judged, run);
    expect(decision.outcome).toBe('failed');
    expect(evidence.headline).toBe(
      'No change: $0.10 a month in 1 of 2 root modules. 1 root module could not be evaluated.',
    );
  });

  it('names policies of other gates, which judge nothing here', async () => {
    const set = await policies('    - { id: each, assert: "true" }\n', 'resource');
    const { decision } = await checkCosts(set, files, () => costs(ready('a', volume(1), volume(1))), run);
    expect(decision.verdicts).toEqual([]);
    expect(decision.notices).toEqual([
      'Policy "limits" is for the gate "resource" and was not judged here: "tollgate check" and the action tag-policy judge it.',
    ]);
  });
});
