import { conversion } from './conversion.ts';
import { mismatch } from './mismatch.ts';
import { sameType, type Type, withoutOptional } from './type.ts';
import { typeOf, type Value } from './value.ts';
import { ValueError } from './value-error.ts';

/**
 * convert turns a value into one of another type, wherever Terraform does: `"1"` into a number, a tuple into a list.
 * Throws ValueError with the reason when that is not possible; its path leads to the part at fault.
 */
export function convert(value: Value, type: Type): Value {
  const given = typeOf(value);
  if (sameType(given, withoutOptional(type))) return value;
  const convertValue = conversion(given, type, true);
  if (convertValue === undefined) throw new ValueError(mismatch(given, type));
  return convertValue(value);
}
