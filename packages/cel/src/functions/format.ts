import type { Meter } from '../evaluate/meter.ts';
import { fromHost } from '../values/host.ts';
import { isDouble, isNumeric, magnitude, wholeInt } from '../values/number.ts';
import { type Failure, fail, isStop, type Stop } from '../values/stop.ts';
import { valueText } from '../values/text.ts';
import { describeType } from '../values/type-value.ts';
import type { List, Value } from '../values/value.ts';

const CLAUSE = /%(?:%|(?:\.(\d{1,3}))?([A-Za-z]))?/g;
const MAX_PRECISION = 100;

/**
 * `"%s has %d".format([name, count])`. Clauses: `%s` any value, `%d` integers, `%f` and `%e` numbers (with `%.2f`),
 * `%b` binary, `%o` octal, `%x` and `%X` hexadecimal, `%%` a percent sign.
 */
export function format(template: string, values: List, meter: Meter): unknown {
  meter.characters(template.length);
  let text = '';
  let used = 0;
  let at = 0;
  for (const clause of template.matchAll(CLAUSE)) {
    text += template.slice(at, clause.index);
    at = clause.index + clause[0].length;
    if (clause[0] === '%%') {
      text += '%';
      continue;
    }
    const verb = clause[2];
    if (verb === undefined) return fail('the format has a "%" without a clause; write "%%" for a percent sign');
    if (used >= values.length) return fail(`the format has no value for its clause ${used + 1}, "${clause[0]}"`);
    const value = fromHost(values[used]);
    if (isStop(value)) return value;
    used += 1;
    const part = formatOne(verb, clause[1] === undefined ? null : Number(clause[1]), value, meter);
    if (typeof part !== 'string') return part;
    meter.characters(part.length);
    text += part;
  }
  return text + template.slice(at);
}

function formatOne(verb: string, precision: number | null, value: Value, meter: Meter): string | Stop {
  if (precision !== null && precision > MAX_PRECISION) return fail(`a format has at most ${MAX_PRECISION} decimals`);
  switch (verb) {
    case 's':
      return valueText(value, meter);
    case 'd':
      return decimal(value);
    case 'f':
      return isNumeric(value) ? fixed(Number(magnitude(value)), precision ?? 6) : wrongType('%f', 'numbers', value);
    case 'e':
      return isNumeric(value)
        ? scientific(Number(magnitude(value)), precision ?? 6)
        : wrongType('%e', 'numbers', value);
    case 'b':
      if (typeof value === 'boolean') return value ? '1' : '0';
      return inBase(2, '%b', 'integers and bools', value);
    case 'o':
      return inBase(8, '%o', 'integers', value);
    case 'x':
      return hexadecimal(value);
    case 'X': {
      const text = hexadecimal(value);
      return typeof text === 'string' ? text.toUpperCase() : text;
    }
    default:
      return fail(`"%${verb}" is not a clause of a format; there are %s, %d, %f, %e, %b, %o, %x and %X`);
  }
}

function wrongType(clause: string, wanted: string, value: Value): Failure {
  return fail(`${clause} formats ${wanted}, not ${describeType(value)}`);
}

function asInteger(value: Value): bigint | null {
  if (!isNumeric(value) || isDouble(value)) return null;
  const number = magnitude(value);
  return typeof number === 'bigint' ? number : wholeInt(number);
}

function decimal(value: Value): string | Failure {
  const integer = asInteger(value);
  if (integer !== null) return String(integer);
  const isSpecial = isDouble(value) && !Number.isFinite(value.value);
  return isSpecial ? String(value.value) : wrongType('%d', 'integers', value);
}

function inBase(base: number, clause: string, wanted: string, value: Value): string | Failure {
  return asInteger(value)?.toString(base) ?? wrongType(clause, wanted, value);
}

function hexadecimal(value: Value): string | Failure {
  if (typeof value === 'string') return hexOfBytes(new TextEncoder().encode(value));
  if (value instanceof Uint8Array) return hexOfBytes(value);
  return inBase(16, '%x', 'integers, strings and bytes', value);
}

function hexOfBytes(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function scientific(value: number, precision: number): string {
  if (!Number.isFinite(value)) return String(value);
  return value.toExponential(precision).replace(/e([+-])(\d)$/, 'e$10$2');
}

/** Decimals with ties to the even digit, as C and Go do; `toFixed` of JavaScript rounds ties up. */
function fixed(value: number, precision: number): string {
  if (!Number.isFinite(value)) return String(value);
  const size = Math.abs(value);
  if (size >= 1e21) return `${BigInt(value)}${precision === 0 ? '' : `.${'0'.repeat(precision)}`}`;
  const rounded = size.toFixed(precision);
  const exact = size.toFixed(100);
  const cut = exact.indexOf('.') + 1 + precision;
  const truncated = exact.slice(0, precision === 0 ? cut - 1 : cut);
  const isTie = /^50*$/.test(exact.slice(cut)) && /[02468]$/.test(truncated);
  return `${value < 0 ? '-' : ''}${isTie ? truncated : rounded}`;
}
