import { type Amount, amount } from '../money/amount.ts';
import { isValues, noUsage, type UsageValues } from './usage-values.ts';

/** The usage of one resource, a month. What the usage file does not say is undefined, and never zero. */
export class ResourceUsage {
  readonly #values: UsageValues;
  readonly #missed: (path: readonly string[]) => void;

  /** `missed` is told of numbers that were asked for, and that the usage file does not have. */
  constructor(values: UsageValues, missed: (path: readonly string[]) => void = () => {}) {
    this.#values = values;
    this.#missed = missed;
  }

  /** The same usage, which tells what it is asked for in vain. */
  watched(missed: (path: readonly string[]) => void): ResourceUsage {
    return new ResourceUsage(this.#values, missed);
  }

  /** A number, such as `monthly_data_processed_gb`. Undefined makes a line usage-needed. */
  number(key: string): Amount | undefined;
  number(key: string, fallback: number): Amount;
  number(key: string, fallback?: number): Amount | undefined {
    const value = this.#values.entries.get(key);
    if (typeof value === 'object' && !isValues(value)) return value;
    if (fallback !== undefined) return amount(fallback);
    this.#missed([key]);
    return undefined;
  }

  /** Text, such as `operating_system`. */
  text(key: string): string | undefined {
    const value = this.#values.entries.get(key);
    if (typeof value === 'string') return value;
    return typeof value === 'boolean' ? String(value) : undefined;
  }

  /** Usage of a part, such as `standard` of a bucket; empty when the file does not have it. */
  part(key: string): ResourceUsage {
    const value = this.#values.entries.get(key);
    return new ResourceUsage(isValues(value) ? value : noUsage, (path) => this.#missed([key, ...path]));
  }

  /** The keys that the file has, for parts that are named freely, such as regions. */
  keys(): readonly string[] {
    return [...this.#values.entries.keys()];
  }
}
