import type { Bill, Line } from '../estimate/bill.ts';
import { amountFact, type Facts } from '../facts/table.ts';
import type { Amount } from '../money/amount.ts';
import type { Attributes } from '../resource/attributes.ts';
import type { ResourceUsage } from '../usage/resource-usage.ts';
import { vcpusOf } from './rds-class.ts';

/** A database that may be watched by Performance Insights. */
export interface WatchedDatabase {
  /** Where the attributes `performance_insights_…` are. */
  readonly settings: Attributes;
  /** Where `database_insights_mode` is, beside the settings: a cluster has it for all of its instances. */
  readonly cluster: () => Attributes | undefined;
  readonly instanceClass: () => string;
  readonly hours: Amount;
  readonly usage: ResourceUsage;
  readonly facts: Facts;
}

/**
 * Bills Performance Insights: what is kept longer than a week, for each vCPU (or capacity unit) and month of retention, and requests
 * to its API beyond the million that is free. With the advanced mode of Database Insights retention is part of that.
 */
export function billInsights(bill: Bill, database: WatchedDatabase): void {
  const { settings, usage, facts, hours } = database;
  const isServerless = () => database.instanceClass() === 'db.serverless';
  const isAdvanced = () =>
    (settings.text('database_insights_mode') ?? database.cluster()?.text('database_insights_mode')) === 'advanced';
  const units = () =>
    isServerless() ? usage.number('capacity_units_per_hr') : vcpusOf(database.instanceClass(), facts);

  bill.line('Database Insights (advanced)', () => {
    if (!isAdvanced()) return null;
    const quantity = units()?.times(hours);
    return isServerless()
      ? { unit: 'ACU-hours', rate: 'aws.rds.database-insights-acu-hours', quantity, usageBased: true }
      : { unit: 'vCPU-hours', rate: 'aws.rds.database-insights-vcpu-hours', quantity };
  });
  const isKept = () => settings.flag('performance_insights_enabled') && !isAdvanced() && daysKept(database).gt(free());
  const free = () => amountFact(facts, 'aws/amounts', 'rds-insights-free-days');
  bill.line('Performance Insights Long Term Retention', () => (isKept() ? retentionLine(database, units()) : null));
  bill.line('Performance Insights Long Term Retention (further months)', () => {
    if (!isKept() || ownPriceFamily(database) !== undefined) return null;
    const days = daysKept(database);
    const months = days
      .div(amountFact(facts, 'aws/amounts', 'rds-insights-days-of-month'))
      .round(0, 3)
      .minus(1);
    return isServerless()
      ? { ...serverless, rate: 'aws.rds.insights-serverless-next-month', quantity: units()?.times(months) }
      : { unit: 'vCPU-month', rate: 'aws.rds.insights-next-month', quantity: units()?.times(months) };
  });
  bill.line('Performance Insights API', () => {
    if (!settings.flag('performance_insights_enabled')) return null;
    const quantity = usage.number('monthly_additional_performance_insights_requests');
    return { unit: '1000 requests', rate: 'aws.rds.insights-requests', quantity, per: 1000, usageBased: true };
  });
}

const serverless = { unit: 'ACU-month', usageBased: true };

function retentionLine(database: WatchedDatabase, quantity: Amount | undefined): Line {
  const instanceClass = database.instanceClass();
  const name = `Performance Insights Long Term Retention (${instanceClass})`;
  if (instanceClass === 'db.serverless') {
    return { ...serverless, name, rate: 'aws.rds.insights-serverless-first-month', quantity };
  }
  const family = ownPriceFamily(database);
  return family === undefined
    ? { name, unit: 'vCPU-month', rate: 'aws.rds.insights-first-month', quantity }
    : { name, unit: 'vCPU-month', rate: 'aws.rds.insights-two-years', dimensions: { family }, quantity };
}

/** The family that two years have a price of; undefined for a retention or a family that is paid by the month. */
function ownPriceFamily(database: WatchedDatabase): string | undefined {
  const { facts } = database;
  if (daysKept(database).lt(amountFact(facts, 'aws/amounts', 'rds-insights-two-years-days'))) return undefined;
  const [, family = ''] = database.instanceClass().split('.');
  return facts('aws/rds-insights-families').row(family)?.name;
}

function daysKept({ settings }: WatchedDatabase): Amount {
  return settings.number('performance_insights_retention_period', 7);
}
