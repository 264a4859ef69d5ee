import type { Bill } from '../estimate/bill.ts';
import type { CostModel } from '../model.ts';
import type { UsageRules } from './usage-rules.ts';

/** A usage key that would tell the quantity of a line. */
export interface UsageNeed {
  /** Of the resource whose usage it is. */
  readonly address: string;
  readonly type: string;
  /** `['standard', 'storage_gb']`. */
  readonly path: readonly string[];
  /** The line that needs it, and the unit that the line is billed by. */
  readonly line: string;
  readonly unit: string;
}

/** An estimate that notes what usage it lacks: give `models` and `usage` to `estimateCosts`, then ask for `needs`. */
export interface WatchedUsage {
  readonly models: readonly CostModel[];
  readonly usage: UsageRules;
  /** In the order of the resources and their lines; each key of a resource once. */
  needs(): readonly UsageNeed[];
}

type MissedKey = Pick<UsageNeed, 'address' | 'type' | 'path'>;

/**
 * Watches models and usage. A key belongs to the line during which it was asked for in vain; what was read before belongs to the
 * first line without a quantity that asked for nothing itself.
 */
export function watchUsage(models: readonly CostModel[], usage: UsageRules): WatchedUsage {
  const found = new Map<string, UsageNeed>();
  let missed: MissedKey[] = [];

  const watchedBill =
    (model: CostModel): CostModel['bill'] =>
    (resource, bill) => {
      missed = [];
      const watch = (inner: Bill): Bill => ({
        group: (name) => watch(inner.group(name)),
        line: (label, make) =>
          inner.line(label, () => {
            const before = missed;
            missed = [];
            const line = make();
            const own = missed;
            missed = before;
            if (line === null || line.quantity !== undefined) return line;
            for (const key of own.length > 0 ? own : before) {
              const id = [key.address, ...key.path].join('\n');
              if (!found.has(id)) found.set(id, { ...key, line: line.name ?? label, unit: line.unit });
            }
            return line;
          }),
      });
      model.bill(resource, watch(bill));
    };

  return {
    usage: {
      ...usage,
      usageOf: (address, type) =>
        usage.usageOf(address, type).watched({ missed: (path) => missed.push({ address, type, path }) }),
    },
    models: models.map((model) => ({ ...model, bill: watchedBill(model) })),
    needs: () => [...found.values()],
  };
}
