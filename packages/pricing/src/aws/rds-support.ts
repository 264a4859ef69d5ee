import type { Bill } from '../estimate/bill.ts';
import type { FactRow, Facts } from '../facts/table.ts';
import type { Amount } from '../money/amount.ts';

/** A database whose version AWS may no longer support for free. */
export interface SupportedDatabase {
  readonly engine: () => string;
  readonly version: () => string | undefined;
  /** Whether extended support was declined: AWS then upgrades the database instead. */
  readonly isDeclined: () => boolean;
  /** vCPU-hours a month, those of a standby too. */
  readonly vcpuHours: () => Amount;
  /** Date of the run. */
  readonly date: string;
  readonly facts: Facts;
}

/**
 * Bills extended support: each vCPU-hour of MySQL and PostgreSQL whose version has left standard support. The third year is
 * dearer than the first two. A standby is billed as well.
 */
export function billExtendedSupport(bill: Bill, database: SupportedDatabase): void {
  const { date, facts } = database;
  bill.line('Extended support', () => {
    const version = database.version();
    const calendar = version === undefined ? undefined : calendarOf(database.engine(), version, facts);
    if (calendar === undefined || !isReached(calendar.year_1_from, date) || database.isDeclined()) return null;
    const year = isReached(calendar.year_3_from, date) ? '3' : '1';
    return {
      name: `Extended support (year ${year})`,
      unit: 'vCPU-hours',
      rate: `aws.rds.extended-support-year-${year}`,
      dimensions: { version: calendar.billed_as ?? '' },
      quantity: database.vcpuHours(),
    };
  });
}

/** The row of the longest beginning of a version: of `5.7.44` that of `5.7`. */
function calendarOf(engine: string, version: string, facts: Facts): FactRow | undefined {
  const table = facts('aws/rds-support');
  const parts = version.split('.');
  return parts
    .map((_, index) => table.row(`${engine} ${parts.slice(0, parts.length - index).join('.')}`))
    .find((row) => row !== undefined);
}

function isReached(from: string | undefined, date: string): boolean {
  return from !== undefined && from !== '' && date >= from;
}
