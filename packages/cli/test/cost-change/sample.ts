// Changes of a cost as reports tell them, at prices that stay the same.
import { join } from 'node:path';
import { readPolicySet } from '@tollgate/policy-engine';
import {
  amount,
  awsModels,
  checkCosts,
  type EstimateInput,
  environmentOf,
  type PriceSource,
  pricingFolder,
  type RunRootModule,
  readUsageFile,
  runCosts,
  usageRules,
  usageVocabulary,
} from '@tollgate/pricing';
import type { Report } from '@tollgate/reporting';
import { resourceViews } from '@tollgate/resources';
import { evaluateModule, folderTree, memoryTree } from '@tollgate/terraform';

const files = pricingFolder(join(import.meta.dirname, '../../../pricing/data'));
const packs = folderTree(join(import.meta.dirname, '../../../../policies'));

/** Dollars by rate, or by rate and the values of its dimensions. */
const dollars: Readonly<Record<string, string>> = {
  'aws.ec2.instance m5.large': '0.096',
  'aws.ec2.instance m5.xlarge': '0.192',
  'aws.ec2.instance m6i.large': '0.096',
  'aws.ec2.instance m6i.4xlarge': '0.768',
  'aws.ec2.instance t3.micro': '0.0104',
  'aws.ec2.cpu-credits': '0.05',
  'aws.s3.standard-storage': '0.023',
  'aws.s3.standard-tier1-requests': '0.000005',
  'aws.s3.standard-tier2-requests': '0.0000004',
  'aws.s3.standard-select-scanned': '0.002',
  'aws.s3.standard-select-returned': '0.0007',
  'aws.sqs.requests-standard': '0.0000004',
  'aws.ebs.volume-gp2': '0.1',
  'aws.ebs.volume-gp3': '0.08',
};

const prices: PriceSource = {
  priceOf({ rate, dimensions }) {
    const price = dollars[[rate, ...Object.values(dimensions)].join(' ')] ?? dollars[rate];
    if (price === undefined) return { kind: 'missing', reason: `the price book has no price for ${rate}` };
    return {
      kind: 'priced',
      unit: '',
      currency: 'USD',
      tiers: [{ start: amount(0), price: amount(price) }],
      source: 'AP',
      date: '2026-06-30',
      derived: false,
    };
  },
};

/** A root module before and after a change, as configurations. */
export interface ChangedRoot {
  readonly name: string;
  /** Null when what was before is not known. */
  readonly before: string | null;
  readonly after: string;
}

/** A run: its root modules, usage, and the policies that judge it. */
export interface Sample {
  readonly roots: readonly (ChangedRoot | RunRootModule)[];
  readonly usage?: string;
  /** Ready packs. */
  readonly policies?: readonly string[];
  /** A policy of its own. */
  readonly written?: string;
}

/** Judges the change of a sample as a run does. */
export async function reportOn({ roots, usage = '', policies = [], written }: Sample): Promise<Report> {
  const rules = usageRules(readUsageFile('usage.yml', `version: 0.1\n${usage}`, usageVocabulary(files)));
  const set = await readPolicySet(
    {
      names: policies,
      environment: null,
      written: written === undefined ? [] : [{ file: 'policy.yml', text: written }],
    },
    { files: memoryTree({}), packs, openCommit: () => ({ ...memoryTree({}), commit: '' }) },
  );
  const inputOf = (configuration: string, folder: string): EstimateInput => ({
    resources: resourceViews({ kind: 'configuration', evaluation: evaluated(configuration, folder) }),
    models: awsModels,
    prices,
    files,
    usage: rules,
    date: '2026-07-20',
  });
  const ready = roots.map((root): RunRootModule => {
    if ('kind' in root) return root;
    const { name, before, after } = root;
    const evaluation = evaluated(after, name);
    return {
      name,
      kind: 'ready',
      after: inputOf(after, name),
      before:
        before === null
          ? { kind: 'unknown', why: 'there is no commit before it.' }
          : { kind: 'known', input: inputOf(before, name) },
      moved: evaluation.moved,
      environment: environmentOf({ folder: name }),
      commented: { input: { kind: 'configuration', evaluation }, tree: treeOf(after, name), base: null },
    };
  });
  const judged = () => runCosts({ roots: ready, reported: inputOf('', '.'), saved: null });
  const run = { now: '2026-11-20', repository: 'acme/infra', environment: null, commit: null, imported: [] };
  return checkCosts(set, files, judged, run);
}

function treeOf(configuration: string, folder: string) {
  const provider = 'provider "aws" {\n  region = "us-east-1"\n}\n';
  return memoryTree({ [join(folder, 'main.tf')]: `${provider}${configuration}` });
}

function evaluated(configuration: string, folder: string) {
  const evaluation = evaluateModule(treeOf(configuration, folder), { folder });
  const [mistake] = evaluation.diagnostics.filter(({ severity }) => severity === 'error');
  if (mistake !== undefined) throw new Error(`${mistake.summary}: ${mistake.detail}`);
  return evaluation;
}
