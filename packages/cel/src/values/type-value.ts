import { CelMap } from './cel-map.ts';
import { isDouble, isUint } from './number.ts';
import { isOptional } from './optional.ts';
import { isDuration, isTimestamp } from './time.ts';
import type { Value } from './value.ts';

/** A type as a value, what `type(x)` gives. Two are equal when their names are. */
export class TypeValue {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }
}

/** The types that can be written as a name in an expression. */
export const TYPE_NAMES = [
  'bool',
  'bytes',
  'double',
  'int',
  'list',
  'map',
  'null_type',
  'optional_type',
  'string',
  'type',
  'uint',
  'google.protobuf.Duration',
  'google.protobuf.Timestamp',
] as const;

/** The name of the type of a value. A number of the input is an `int` when it is whole, else a `double`. */
export function typeName(value: Value): string {
  switch (typeof value) {
    case 'string':
      return 'string';
    case 'boolean':
      return 'bool';
    case 'bigint':
      return 'int';
    case 'number':
      return Number.isSafeInteger(value) ? 'int' : 'double';
    default:
      return objectTypeName(value);
  }
}

function objectTypeName(value: object | null): string {
  if (value === null) return 'null_type';
  if (Array.isArray(value)) return 'list';
  if (value instanceof CelMap) return 'map';
  if (isDouble(value)) return 'double';
  if (isUint(value)) return 'uint';
  if (value instanceof Uint8Array) return 'bytes';
  if (isTimestamp(value)) return 'google.protobuf.Timestamp';
  if (isDuration(value)) return 'google.protobuf.Duration';
  if (value instanceof TypeValue) return 'type';
  if (isOptional(value)) return 'optional_type';
  return 'map';
}

const SHORT_NAMES: Readonly<Record<string, string>> = {
  null_type: 'null',
  optional_type: 'optional',
  'google.protobuf.Duration': 'duration',
  'google.protobuf.Timestamp': 'timestamp',
};

/** The type of a value in the words of messages: `timestamp`, not its protobuf name. */
export function describeType(value: Value): string {
  const name = typeName(value);
  return SHORT_NAMES[name] ?? name;
}
