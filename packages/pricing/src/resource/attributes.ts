import type { ResourceView } from '@tollgate/resources';
import { isList, isObject, type JsonValue } from '@tollgate/terraform';
import { type Amount, amount, amountText, parseAmount } from '../money/amount.ts';
import type { BilledResource } from './billed-resource.ts';
import { isMarked, isWritten, type Path, partAt, pathText, reasonsAt } from './place.ts';
import { mostCases, Undetermined } from './undetermined.ts';

/** What reading attributes has to do with beside the values. */
export interface Reading {
  /** What attributes are called with in messages: the address of another resource and a dot; empty for the resource itself. */
  readonly prefix: string;
  /** Gives one of the values that an unknown attribute can have: the model runs once for each. @throws Undetermined when there are too many. */
  choose<T>(attribute: string, reason: string, values: readonly T[]): T;
  /** Takes note of what is read, for whoever asks why a cost is what it is; text is null for what is not set. */
  noteRead?(name: string, text: string | null): void;
  /** Notes that a default was taken. */
  assume(attribute: string, value: string): void;
  /** The values that an unknown attribute can have, when something tells them; null otherwise. */
  possibleValues(view: ResourceView, path: Path): readonly JsonValue[] | null;
  /** The resource that an attribute refers to. */
  target(
    view: ResourceView,
    path: Path,
    types: readonly string[],
    identifiers: readonly string[],
  ): BilledResource | null;
}

/** A larger number in a configuration is a mistake or a joke. */
const largestNumber = amount('1e12');

type Read = { readonly kind: 'known'; readonly value: JsonValue } | { readonly kind: 'absent' } | UnknownRead;

interface UnknownRead {
  readonly kind: 'unknown';
  readonly reason: string;
  readonly values: readonly JsonValue[] | null;
  readonly isSensitive: boolean;
}

/**
 * The attributes of a resource, or of one of its blocks. An attribute that is null, empty text or an empty list counts as not
 * set. One that is unknown throws `Undetermined`, unless it can only have a few values: then the model runs for each of these, and
 * the estimate is a range.
 */
export class Attributes {
  readonly #view: ResourceView;
  readonly #path: Path;
  readonly #reading: Reading;

  constructor(view: ResourceView, path: Path, reading: Reading) {
    this.#view = view;
    this.#path = path;
    this.#reading = reading;
  }

  /** Text; numbers and truth values as text. The fallback is the provider's default, which is noted as assumed. */
  text(name: string): string | undefined;
  text(name: string, fallback: string, oneOf?: readonly string[]): string;
  text(name: string, fallback?: string, oneOf: readonly string[] = []): string | undefined {
    const value = this.#value(name, fallback, oneOf.length === 0 ? null : oneOf);
    if (value === undefined || typeof value === 'string') return value;
    if (typeof value === 'number' || typeof value === 'boolean') return String(value);
    throw new Undetermined(`\`${this.#label(name)}\` is no text`);
  }

  /** A number that is not negative. */
  number(name: string): Amount | undefined;
  number(name: string, fallback: number): Amount;
  number(name: string, fallback?: number): Amount | undefined {
    const value = this.#value(name, fallback, null);
    if (value === undefined) return undefined;
    const number = typeof value === 'number' || typeof value === 'string' ? parseAmount(String(value)) : undefined;
    if (number === undefined) throw new Undetermined(`\`${this.#label(name)}\` is no number`);
    if (number.lt(0)) throw new Undetermined(`\`${this.#label(name)}\` is negative: ${amountText(number)}`);
    if (number.gt(largestNumber))
      throw new Undetermined(`\`${this.#label(name)}\` is larger than anything that is billed`);
    return number;
  }

  /** A truth value; false when it is not set and no fallback is given. An unknown one is tried both ways. */
  flag(name: string, fallback = false): boolean {
    const value = this.#value(name, undefined, [false, true]);
    if (value === undefined) return fallback;
    if (typeof value === 'boolean') return value;
    if (value === 'true' || value === 'false') return value === 'true';
    throw new Undetermined(`\`${this.#label(name)}\` is neither true nor false`);
  }

  /** The texts of a list or set; empty when it is not set. */
  texts(name: string): readonly string[] {
    const value = this.#value(name, undefined, null);
    if (value === undefined) return [];
    const items = isList(value) ? value : [value];
    return items.map((item, index) => {
      this.#refuseUnknown([...this.#path, name, index]);
      if (typeof item === 'string' || typeof item === 'number') return String(item);
      throw new Undetermined(`\`${this.#label(name)}\` is no list of texts`);
    });
  }

  /** How many elements a list, set or map has, known or not; 0 when it is not set. */
  count(name: string): number {
    const value = this.#value(name, undefined, null);
    if (value === undefined) return 0;
    if (isList(value)) return value.length;
    return isObject(value) ? Object.keys(value).length : 1;
  }

  /** The value as it is, whatever its type; undefined when it is not set. */
  value(name: string): JsonValue | undefined {
    return this.#value(name, undefined, null);
  }

  /** Whether the attribute or block is set, to whatever value. */
  has(name: string): boolean {
    return this.#read([...this.#path, name]).kind !== 'absent';
  }

  /** The first block of a type, undefined when there is none. */
  block(name: string): Attributes | undefined {
    return this.blocks(name)[0];
  }

  /** The blocks of a type. */
  blocks(name: string): readonly Attributes[] {
    const path = [...this.#path, name];
    const read = this.#read(path);
    if (read.kind === 'absent') return [];
    if (read.kind === 'unknown') throw new Undetermined(read.reason);
    const { value } = read;
    // In the JSON syntax a single block can be written as an object.
    if (isObject(value)) return [this.#at(path)];
    if (!isList(value)) throw new Undetermined(`\`${this.#named(path)}\` is no block`);
    return value.map((_, index) => this.#at([...path, index]));
  }

  /**
   * The resource that an attribute refers to, or whose id, name or ARN it is; undefined when it is not in the configuration.
   * `identifiers` are other attributes of the target that the value can be of.
   */
  target(name: string, types: string | readonly string[], identifiers: readonly string[] = ['id', 'name', 'arn']) {
    const wanted = typeof types === 'string' ? [types] : types;
    return this.#reading.target(this.#view, [...this.#path, name], wanted, identifiers) ?? undefined;
  }

  #at(path: Path): Attributes {
    return new Attributes(this.#view, path, this.#reading);
  }

  /** The value; the fallback when it is not set; one of the possible values when it is unknown. */
  #value(
    name: string,
    fallback: string | number | undefined,
    possible: readonly JsonValue[] | null,
  ): JsonValue | undefined {
    const read = this.#read([...this.#path, name]);
    switch (read.kind) {
      case 'known':
        return read.value;
      case 'absent':
        if (fallback !== undefined) this.#reading.assume(this.#label(name), String(fallback));
        return fallback;
      case 'unknown': {
        const values = read.values ?? possible;
        if (values === null || values.length === 0 || values.length > mostCases) throw new Undetermined(read.reason);
        return this.#reading.choose(this.#label(name), read.reason, values);
      }
    }
  }

  #refuseUnknown(path: Path): void {
    const read = this.#read(path);
    if (read.kind === 'unknown') throw new Undetermined(read.reason);
  }

  #read(path: Path): Read {
    const read = this.#find(path);
    this.#reading.noteRead?.(this.#named(path), shownRead(read));
    return read;
  }

  #find(path: Path): Read {
    const view = this.#view;
    if (isMarked(view.sensitive, path)) {
      const reason = `\`${this.#named(path)}\` is sensitive and is not read`;
      return { kind: 'unknown', reason, values: null, isSensitive: true };
    }
    if (isMarked(view.unknown, path)) {
      // What nobody wrote is the provider's to decide, which in a plan shows as unknown.
      if (view.origin === 'plan' && isWritten(view, path) === false) return { kind: 'absent' };
      const [given] = reasonsAt(view, path);
      const why = given === undefined ? ' is known only after apply' : `: ${given}`;
      const values = this.#reading.possibleValues(view, path);
      return { kind: 'unknown', reason: `\`${this.#named(path)}\`${why}`, values, isSensitive: false };
    }
    const value = partAt(view.values, path);
    return value === undefined || isEmpty(value) ? { kind: 'absent' } : { kind: 'known', value };
  }

  #label(name: string): string {
    return this.#named([...this.#path, name]);
  }

  #named(path: Path): string {
    return `${this.#reading.prefix}${pathText(path)}`;
  }
}

/** What is read, as text; blocks and lists show by how many they are. */
function shownRead(read: Read): string | null {
  switch (read.kind) {
    case 'absent':
      return null;
    case 'unknown':
      return read.isSensitive ? 'sensitive' : 'not known';
    case 'known':
      if (isList(read.value)) return String(read.value.length);
      return isObject(read.value) ? JSON.stringify(read.value) : String(read.value);
  }
}

function isEmpty(value: JsonValue): boolean {
  if (value === null || value === '') return true;
  if (isList(value)) return value.length === 0;
  return false;
}
