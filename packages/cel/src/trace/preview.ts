import { CelMap } from '../values/cel-map.ts';
import { fromHost, isList } from '../values/host.ts';
import { isMap } from '../values/map-access.ts';
import { doubleText, isDouble, isUint } from '../values/number.ts';
import { isOptional } from '../values/optional.ts';
import { isFailure, isUnknown } from '../values/stop.ts';
import { durationText, isDuration, isTimestamp, timestampText } from '../values/time.ts';
import { TypeValue } from '../values/type-value.ts';

const MAX_LENGTH = 80;
const MAX_ELEMENTS = 8;
const MAX_DEPTH = 3;

/** A short text of a value for messages and traces: strings quoted, long ones and large collections cut. */
export function preview(value: unknown): string {
  return cut(write(value, 0));
}

function cut(text: string): string {
  return text.length > MAX_LENGTH ? `${text.slice(0, MAX_LENGTH - 1).toWellFormed()}…` : text;
}

function write(value: unknown, depth: number): string {
  switch (typeof value) {
    case 'string':
      return JSON.stringify(value.length > MAX_LENGTH ? value.slice(0, MAX_LENGTH) : value);
    case 'number':
      return doubleText(value);
    case 'object':
      return value === null ? 'null' : writeObject(value, depth);
    default:
      return String(value);
  }
}

function writeObject(value: object, depth: number): string {
  if (isUnknown(value)) return value.reasons.size === 0 ? 'unknown' : `unknown (${[...value.reasons].join(', ')})`;
  if (isFailure(value)) return `error: ${value.message}`;
  if (isDouble(value)) return Number.isInteger(value.value) ? value.value.toFixed(1) : doubleText(value.value);
  if (isUint(value)) return `${value.value}u`;
  if (value instanceof Uint8Array) return `bytes of length ${value.length}`;
  if (isTimestamp(value)) return timestampText(value);
  if (isDuration(value)) return durationText(value);
  if (value instanceof TypeValue) return value.name;
  if (isOptional(value)) {
    return value.value === undefined ? 'optional.none()' : `optional.of(${write(value.value, depth + 1)})`;
  }
  if (isList(value))
    return depth >= MAX_DEPTH
      ? '[…]'
      : `[${writeParts(value, value.length, (part) => write(fromHost(part), depth + 1))}]`;
  if (depth >= MAX_DEPTH) return '{…}';
  if (value instanceof CelMap) {
    return `{${writeParts(value.entries(), value.size, ([key, part]) => `${write(key, depth)}: ${write(fromHost(part), depth + 1)}`)}}`;
  }
  if (isMap(value) && 'get' in value && typeof value.get === 'function') return '{…}';
  const entries = Object.entries(value);
  return `{${writeParts(entries, entries.length, ([key, part]) => `${write(key, depth)}: ${write(fromHost(part), depth + 1)}`)}}`;
}

function writeParts<T>(parts: Iterable<T>, count: number, text: (part: T) => string): string {
  const texts: string[] = [];
  for (const part of parts) {
    if (texts.length === MAX_ELEMENTS) break;
    texts.push(text(part));
  }
  return texts.join(', ') + (count > MAX_ELEMENTS ? `, … ${count - MAX_ELEMENTS} more` : '');
}
