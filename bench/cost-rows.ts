import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { largePlan } from '../packages/terraform/test/large-plan.ts';
import { manyRootModules, rootModule } from './many-root-modules.ts';
import type { Work } from './whole-process.ts';

/** What is needed to measure costs. */
export interface CostBench {
  /** The file of the command. */
  readonly command: string;
  /** Where files are written. */
  readonly folder: string;
  /** Writes a configuration of so many resources, and gives its folder. */
  readonly configurationOf: (resources: number) => string;
}

/** What is measured of costs, with what the design promises. */
export function costRows({ command, folder, configurationOf }: CostBench) {
  const output = ['--format', 'json', '--output', join(folder, 'cost.json')];
  const costOf = (cwd: string, ...args: readonly string[]): Work => ({
    args: [command, 'cost', ...args, ...output],
    cwd,
    exitCode: 0,
  });
  const plan = join(folder, 'cost-plan.json');
  writeFileSync(plan, largePlan(10_000));
  const repository = join(folder, 'fifty-root-modules');
  mkdirSync(repository);
  manyRootModules(repository, 50);
  writeFileSync(join(repository, 'live/r7/main.tf'), rootModule(7).replace('t3.large', 't3.xlarge'));
  // So many resources cost more than the limit of a root module.
  const judged = (cwd: string): Work => ({
    ...costOf(cwd, '--policy', 'cost/limits', '--policy', 'cost/hygiene'),
    exitCode: 1,
  });
  return [
    { name: 'cost of 1,000 resources in HCL', promise: '0.6 s', work: costOf(configurationOf(1_000)) },
    { name: 'cost of 10,000 resources in HCL', promise: '', work: costOf(configurationOf(10_000)) },
    { name: 'cost of a plan with 10,000 resources', promise: '2 s, 600 MB', work: costOf(folder, plan) },
    { name: 'cost of 1,000 in HCL by both packs', promise: '', work: judged(configurationOf(1_000)) },
    { name: 'cost of 10,000 in HCL by both packs', promise: '', work: judged(configurationOf(10_000)) },
    {
      name: 'cost of 50 root modules, one of them changed',
      promise: '',
      work: costOf(repository, 'live/*', '--compare-to', 'HEAD'),
    },
    { name: 'cost of these 50 root modules without a base', promise: '', work: costOf(repository, 'live/*') },
  ];
}
