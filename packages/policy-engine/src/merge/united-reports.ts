import { comparePlaced } from '../place-order.ts';
import type { SourcePlace } from '../subject.ts';

/** What became of an exception or an override in one job. */
interface Report {
  readonly id: string;
  readonly rule: string;
  readonly source: SourcePlace;
  readonly status: string;
  readonly matched: number;
  readonly message: string;
}

/** What a job says that has nothing to do with an exception, what says least first: another job can have more to say. */
const idle: readonly string[] = ['unknown-rule', 'out-of-scope', 'unused'];

/**
 * Makes one report of those of several jobs on the same exception or override, in the order of where they are written: the one with
 * most to say, and how much it is for in the others. So something is unused only when all jobs say so.
 *
 * @param written what else is written in it, which is the same in all jobs
 */
export function unitedReports<R extends Report>(
  reports: readonly R[],
  written: (report: R) => readonly (string | null)[],
): readonly R[] {
  const groups = Map.groupBy(reports, (report) =>
    JSON.stringify([report.id, report.rule, report.source, ...written(report)]),
  );
  return [...groups.values()].flatMap(united).sort(comparePlaced);
}

function united<R extends Report>(reports: readonly R[]): readonly R[] {
  const [most, ...others] = reports.toSorted((a, b) => b.matched - a.matched || weight(b) - weight(a));
  const elsewhere = others.reduce((sum, { matched }) => sum + matched, 0);
  if (most === undefined || elsewhere === 0) return most === undefined ? [] : [most];
  const message = `${most.message} In other jobs it is for ${elsewhere} more ${elsewhere === 1 ? 'verdict' : 'verdicts'}.`;
  return [{ ...most, matched: most.matched + elsewhere, message }];
}

function weight({ status }: Report): number {
  const index = idle.indexOf(status);
  return index === -1 ? idle.length : index;
}
