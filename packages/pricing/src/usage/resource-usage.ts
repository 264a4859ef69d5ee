import { type Amount, amount, amountText } from '../money/amount.ts';
import { isValues, noUsage, type UsageValues } from './usage-values.ts';

/** Who wants to know what a model asks of usage. */
export interface UsageWatcher {
  /** Told of numbers that were asked for, and that the usage file does not have. */
  missed?(path: readonly string[]): void;
  /** Told of all that was asked for; text is null for what the usage file does not have. */
  read?(path: readonly string[], text: string | null): void;
}

/** The usage of one resource, a month. What the usage file does not say is undefined, and never zero. */
export class ResourceUsage {
  readonly #values: UsageValues;
  readonly #watcher: UsageWatcher;

  constructor(values: UsageValues, watcher: UsageWatcher = {}) {
    this.#values = values;
    this.#watcher = watcher;
  }

  /** The same usage, which tells what it is asked for. */
  watched(watcher: UsageWatcher): ResourceUsage {
    return new ResourceUsage(this.#values, watcher);
  }

  /** A number, such as `monthly_data_processed_gb`. Undefined makes a line usage-needed. */
  number(key: string): Amount | undefined;
  number(key: string, fallback: number): Amount;
  number(key: string, fallback?: number): Amount | undefined {
    const value = this.#values.entries.get(key);
    if (typeof value === 'object' && !isValues(value)) {
      this.#watcher.read?.([key], amountText(value));
      return value;
    }
    this.#watcher.read?.([key], null);
    if (fallback !== undefined) return amount(fallback);
    this.#watcher.missed?.([key]);
    return undefined;
  }

  /** Text, such as `operating_system`. */
  text(key: string): string | undefined {
    const value = this.#values.entries.get(key);
    const text = typeof value === 'string' || typeof value === 'boolean' ? String(value) : undefined;
    this.#watcher.read?.([key], text ?? null);
    return text;
  }

  /** Usage of a part, such as `standard` of a bucket; empty when the file does not have it. */
  part(key: string): ResourceUsage {
    const value = this.#values.entries.get(key);
    const { missed, read } = this.#watcher;
    return new ResourceUsage(isValues(value) ? value : noUsage, {
      missed: (path) => missed?.([key, ...path]),
      read: (path, text) => read?.([key, ...path], text),
    });
  }

  /** The keys that the file has, for parts that are named freely, such as regions. */
  keys(): readonly string[] {
    return [...this.#values.entries.keys()];
  }
}
