import { CONVERSIONS, WHOLE_VALUE_FUNCTIONS } from './conversions.ts';
import { ENCODER_FUNCTIONS } from './encoders.ts';
import { LIST_FUNCTIONS } from './lists.ts';
import { MATH_FUNCTIONS } from './math.ts';
import { OPTIONAL_FUNCTIONS } from './optionals.ts';
import { type Overload, overloadFrom } from './overload.ts';
import { STRING_FUNCTIONS } from './strings.ts';
import { TIME_FUNCTIONS } from './times.ts';

/** Functions by name, each with its overloads in the order in which they are tried. */
export type Library = ReadonlyMap<string, readonly Overload[]>;

let standard: Library | null = null;

/** All functions of the standard and of the extensions, read once, when the first expression is compiled. */
export function standardLibrary(): Library {
  standard ??= groupByName([
    ...[...WHOLE_VALUE_FUNCTIONS, ...OPTIONAL_FUNCTIONS].map((definition) => overloadFrom(definition, true)),
    ...[
      ...CONVERSIONS,
      ...STRING_FUNCTIONS,
      ...MATH_FUNCTIONS,
      ...LIST_FUNCTIONS,
      ...ENCODER_FUNCTIONS,
      ...TIME_FUNCTIONS,
    ].map((definition) => overloadFrom(definition)),
  ]);
  return standard;
}

/** The standard library with further functions before its own. */
export function withFunctions(library: Library, added: readonly Overload[]): Library {
  if (added.length === 0) return library;
  const result = new Map(library);
  for (const [name, overloads] of groupByName(added)) result.set(name, [...overloads, ...(library.get(name) ?? [])]);
  return result;
}

function groupByName(overloads: readonly Overload[]): Library {
  const groups = new Map<string, Overload[]>();
  for (const overload of overloads) {
    const group = groups.get(overload.name);
    if (group === undefined) groups.set(overload.name, [overload]);
    else group.push(overload);
  }
  return groups;
}
