import type { Bill } from '../estimate/bill.ts';
import { amountFact, type FactRow, type Facts } from '../facts/table.ts';
import type { Amount } from '../money/amount.ts';
import { Undetermined } from '../resource/undetermined.ts';
import type { ResourceUsage } from '../usage/resource-usage.ts';

/** The vCPUs of a class: of `db.r5.2xlarge.tpc2.mem4x` those of `r5.2xlarge`. @throws Undetermined when no table has it. */
export function vcpusOf(instanceClass: string, facts: Facts): Amount {
  const [, family, size] = instanceClass.split('.');
  const type = `${family}.${size}`;
  const table = facts('aws/ec2-types').row(type) === undefined ? 'aws/rds-classes' : 'aws/ec2-types';
  return amountFact(facts, table, type, 'vcpus');
}

/** What the tables know of an engine. @throws Undetermined when RDS has no such engine. */
export function engineFacts(engine: string, facts: Facts): FactRow {
  const row = facts('aws/rds-engines').row(engine.toLowerCase());
  if (row === undefined) throw new Undetermined(`the table of facts aws/rds-engines has no engine "${engine}"`);
  return row;
}

/** A burstable database. */
export interface Burstable {
  /** `MySQL`. */
  readonly product: () => string;
  readonly instanceClass: () => string;
  readonly usage: ResourceUsage;
  readonly facts: Facts;
}

/** Bills the CPU credits of a burstable class beyond those it earns. Databases of these classes are always unlimited. */
export function billCpuCredits(bill: Bill, { product, instanceClass, usage, facts }: Burstable): void {
  bill.line('CPU credits', () => {
    const [, family = ''] = instanceClass().split('.');
    if (!['t3', 't4g'].includes(family)) return null;
    const vcpus = () => usage.number('vcpu_count') ?? vcpusOf(instanceClass(), facts);
    const quantity = usage.number('monthly_cpu_credit_hrs')?.times(vcpus());
    const dimensions = { engine: product(), family };
    return { unit: 'vCPU-hours', rate: 'aws.rds.cpu-credits', dimensions, quantity, usageBased: true };
  });
}
