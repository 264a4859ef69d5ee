import { amountFact } from '../facts/table.ts';
import type { CostModel } from '../model.ts';
import { type Amount, amount } from '../money/amount.ts';
import type { BilledResource } from '../resource/billed-resource.ts';
import { Undetermined } from '../resource/undetermined.ts';

/**
 * `aws_mwaa_environment`: the environment by its size, which brings one worker, two schedulers and two web servers; more of them, as far
 * as they always run; and the database. How many workers run beyond `min_workers` only usage tells.
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
    line('Scheduler', 'aws.mwaa.scheduler-hours', () => {
      return (
        usage.number('additional_schedulers') ?? beyondIncluded(resource, 'schedulers', 'mwaa-included-schedulers')
      );
    });
    line('Web server', 'aws.mwaa.web-server-hours', () => {
      return beyondIncluded(resource, 'min_webservers', 'mwaa-included-web-servers') ?? amount(0);
    });
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

/** How many more there are than the environment brings; undefined when their number is not set. */
function beyondIncluded(resource: BilledResource, attribute: string, included: string): Amount | undefined {
  return resource.number(attribute)?.minus(amountFact(resource.facts, 'aws/amounts', included));
}

export const mwaaModels: readonly CostModel[] = [environment];
