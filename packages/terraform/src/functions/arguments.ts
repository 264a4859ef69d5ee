import type { Numeric } from '../values/big-float.ts';
import { toInteger } from '../values/number-parts.ts';
import type { Value } from '../values/value.ts';
import { ValueError } from '../values/value-error.ts';

/** textAt gives the text of a string argument. */
export function textAt(args: readonly Value[], index: number): string {
  const value = args[index];
  if (value?.kind === 'string') return value.value;
  throw new ValueError('string required', { argument: index });
}

/** numberAt gives the number of a number argument. */
export function numberAt(args: readonly Value[], index: number): Numeric {
  const value = args[index];
  if (value?.kind === 'number') return value.value;
  throw new ValueError('number required', { argument: index });
}

/** integerAt gives a number argument as a machine integer. Throws ValueError for fractions and for what is too large. */
export function integerAt(args: readonly Value[], index: number): number {
  return toInteger(numberAt(args, index));
}

/** itemsOf gives the items of a list, set or tuple; other values have none. */
export function itemsOf(value: Value | undefined): readonly Value[] {
  return value?.kind === 'list' || value?.kind === 'set' || value?.kind === 'tuple' ? value.items : [];
}

/** argumentAt gives an argument that the number of arguments promises. */
export function argumentAt(args: readonly Value[], index: number): Value {
  const value = args[index];
  if (value === undefined) throw new ValueError('an argument is missing', { argument: index });
  return value;
}
