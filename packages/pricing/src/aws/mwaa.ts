import type { CostModel } from '../model.ts';
import { type Amount, amount } from '../money/amount.ts';
import type { BilledResource } from '../resource/billed-resource.ts';
import { Undetermined } from '../resource/undetermined.ts';

/**
 * `aws_mwaa_environment`: the environment, which brings one worker, by its size; more workers, of which those that always run are known
 * from `min_workers`; more schedulers; and the database.
 */
const environment: CostModel = {
  types: ['aws_mwaa_environment'],
  bill(resource, bill) {
    const { hours, usage } = resource;
    const line = (what: string, rate: string, count: () => Amount | undefined) => {
      bill.line(what, () => {
        const size = sizeOf(resource);
        return {
          name: `${what} (${size})`,
          unit: 'hours',
          rate,
          dimensions: { size },
          quantity: count()?.times(hours),
        };
      });
    };
    line('Environment', 'aws.mwaa.environment-hours', () => amount(1));
    line('Worker', 'aws.mwaa.worker-hours', () => usage.number('additional_workers') ?? moreWorkers(resource));
    line('Scheduler', 'aws.mwaa.scheduler-hours', () => usage.number('additional_schedulers'));
    bill.line('Meta database', () => ({
      unit: 'GB',
      rate: 'aws.mwaa.database-storage',
      quantity: usage.number('meta_database_gb'),
      usageBased: true,
    }));
  },
};

function sizeOf(resource: BilledResource): string {
  const name = resource.text('environment_class', 'mw1.small');
  const size = resource.facts('aws/mwaa-classes').row(name)?.size;
  if (size === undefined) throw new Undetermined(`there is no environment class "${name}"`);
  return size;
}

function moreWorkers(resource: BilledResource): Amount | undefined {
  const least = resource.number('min_workers');
  return least?.gt(1) === true ? least.minus(1) : undefined;
}

export const mwaaModels: readonly CostModel[] = [environment];
