import type { Meter } from '../evaluate/meter.ts';
import { fromHost, isList } from './host.ts';
import { entriesOf } from './map-access.ts';
import { doubleText, isDouble, isUint } from './number.ts';
import { isOptional } from './optional.ts';
import { fail, isStop, type Stop } from './stop.ts';
import { durationText, isDuration, isTimestamp, timestampText } from './time.ts';
import { TypeValue } from './type-value.ts';
import type { MapLike, Value } from './value.ts';

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Bytes as text, or a failure if they are not UTF-8. */
export function textOfBytes(bytes: Uint8Array): string | Stop {
  try {
    return decoder.decode(bytes);
  } catch {
    return fail('invalid UTF-8 in bytes');
  }
}

/** A value as text without quotes, as `%s` of `format` writes it: `[abc, 3.14, null]`, `{key: value}`. */
export function valueText(value: Value, meter: Meter): string | Stop {
  const text = simpleText(value);
  if (text !== null) {
    if (typeof text === 'string') meter.characters(text.length);
    return text;
  }
  if (isOptional(value)) {
    if (value.value === undefined) return 'optional.none()';
    const inner = valueText(value.value, meter);
    return isStop(inner) ? inner : `optional.of(${inner})`;
  }
  return meter.nested(() => (isList(value) ? listText(value, meter) : mapText(value as MapLike, meter)));
}

/** The text of a value that has no parts, else null. */
function simpleText(value: Value): string | Stop | null {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return doubleText(value);
  if (typeof value !== 'object' || value === null) return String(value);
  if (isDouble(value)) return doubleText(value.value);
  if (isUint(value)) return String(value.value);
  if (isTimestamp(value)) return timestampText(value);
  if (isDuration(value)) return durationText(value);
  if (value instanceof TypeValue) return value.name;
  if (value instanceof Uint8Array) return textOfBytes(value);
  return null;
}

function elementText(element: unknown, meter: Meter): string | Stop {
  const value = fromHost(element);
  return isStop(value) ? value : valueText(value, meter);
}

function listText(list: readonly unknown[], meter: Meter): string | Stop {
  const parts: string[] = [];
  meter.steps(list.length);
  for (const element of list) {
    const text = elementText(element, meter);
    if (isStop(text)) return text;
    parts.push(text);
  }
  return `[${parts.join(', ')}]`;
}

function mapText(map: MapLike, meter: Meter): string | Stop {
  const entries = entriesOf(map);
  if (isStop(entries)) return entries;
  meter.steps(entries.length);
  const parts: [string, string][] = [];
  for (const [key, element] of entries) {
    const keyText = valueText(key, meter);
    const text = elementText(element, meter);
    if (isStop(keyText)) return keyText;
    if (isStop(text)) return text;
    parts.push([keyText, text]);
  }
  parts.sort(([left], [right]) => (left < right ? -1 : left > right ? 1 : 0));
  return `{${parts.map(([key, text]) => `${key}: ${text}`).join(', ')}}`;
}
