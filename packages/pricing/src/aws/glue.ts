import { amountFact } from '../facts/table.ts';
import type { CostModel } from '../model.ts';
import { type Amount, amount } from '../money/amount.ts';
import type { BilledResource } from '../resource/billed-resource.ts';
import { Undetermined } from '../resource/undetermined.ts';

/** `aws_glue_catalog_database`: the objects in it and requests for them. A million of each is free for an account, which is not taken off. */
const catalogDatabase: CostModel = {
  types: ['aws_glue_catalog_database'],
  bill({ usage }, bill) {
    bill.line('Storage', () => ({
      unit: '100k objects',
      rate: 'aws.glue.catalog-objects',
      quantity: usage.number('monthly_objects'),
      per: 100_000,
      usageBased: true,
    }));
    bill.line('Requests', () => ({
      unit: '1M requests',
      rate: 'aws.glue.catalog-requests',
      quantity: usage.number('monthly_requests'),
      per: 1_000_000,
      usageBased: true,
    }));
  },
};

/** `aws_glue_crawler`: hours of data processing units (DPU); AWS takes as many units as it needs, so that usage tells unit-hours. */
const crawler: CostModel = {
  types: ['aws_glue_crawler'],
  bill({ usage }, bill) {
    bill.line('Duration', () => ({
      unit: 'hours',
      rate: 'aws.glue.crawler-hours',
      quantity: usage.number('monthly_hours'),
      usageBased: true,
    }));
  },
};

/** `aws_glue_job`: hours by the data processing units of the job: those of its workers, its capacity, or what AWS takes for its kind. */
const job: CostModel = {
  types: ['aws_glue_job'],
  bill(resource, bill) {
    bill.line('Duration', () => {
      const { rate, units } = capacityOf(resource);
      const quantity = resource.usage.number('monthly_hours')?.times(units);
      const unit = `hours (${units.toFixed()} ${units.eq(1) ? 'DPU' : 'DPUs'})`;
      return { unit, rate, quantity, per: units.toNumber(), usageBased: true };
    });
  },
};

function capacityOf(resource: BilledResource): { readonly rate: string; readonly units: Amount } {
  const isFlex = resource.text('execution_class')?.toUpperCase() === 'FLEX';
  const jobHours = isFlex ? 'aws.glue.flex-job-hours' : 'aws.glue.job-hours';
  const workers = resource.number('number_of_workers');
  if (workers !== undefined) {
    const type = resource.text('worker_type', 'Standard');
    const { facts } = resource;
    const units = amountFact(facts, 'aws/glue-worker-types', type, 'dpus').times(workers);
    if (units.eq(0)) throw new Undetermined('the job has no workers');
    const kind = facts('aws/glue-worker-types').row(type)?.kind;
    return { rate: kind === 'job' ? jobHours : `aws.glue.${kind}-job-hours`, units };
  }
  const given = resource.number('max_capacity');
  if (given?.gt(0) === true) return { rate: jobHours, units: given };
  const command = resource.block('command')?.text('name') ?? 'glueetl';
  const fact = command === 'pythonshell' ? 'glue-python-job-dpus' : 'glue-spark-job-dpus';
  const units = amountFact(resource.facts, 'aws/amounts', fact);
  resource.assume('max_capacity', units.toFixed());
  return { rate: jobHours, units };
}

/** `aws_glue_dev_endpoint`: hours of its units for as long as it is there. */
const developmentEndpoint: CostModel = {
  types: ['aws_glue_dev_endpoint'],
  bill(resource, bill) {
    bill.line('Duration', () => {
      const workers = resource.number('number_of_workers');
      const type = resource.text('worker_type') ?? 'Standard';
      const units =
        workers === undefined
          ? resource.number('number_of_nodes', 5)
          : workers.times(amountFact(resource.facts, 'aws/glue-worker-types', type, 'dpus'));
      const rate = 'aws.glue.development-endpoint-hours';
      return { unit: 'DPU-hours', rate, quantity: amount(units).times(resource.hours) };
    });
  },
};

export const glueModels: readonly CostModel[] = [catalogDatabase, crawler, job, developmentEndpoint];
