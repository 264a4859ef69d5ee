import { quoteText } from '../values/quote.ts';
import { ValueError } from '../values/value-error.ts';

const NANOSECONDS: ReadonlyMap<string, bigint> = new Map([
  ['ns', 1n],
  ['us', 1_000n],
  ['\u00b5s', 1_000n],
  ['\u03bcs', 1_000n],
  ['ms', 1_000_000n],
  ['s', 1_000_000_000n],
  ['m', 60_000_000_000n],
  ['h', 3_600_000_000_000n],
]);

/** What 64 bits hold. */
const LONGEST = 2n ** 63n - 1n;
const PART = /(\d*)(?:\.(\d*))?([^.\d]*)/y;

/** parseDuration reads a duration such as `1h30m` or `-1.5s`, in nanoseconds. Throws ValueError. */
export function parseDuration(text: string): bigint {
  const negative = text.startsWith('-');
  const body = negative || text.startsWith('+') ? text.slice(1) : text;
  if (body === '0') return 0n;
  const broken = new ValueError(`time: invalid duration ${quoteText(text)}`);
  if (body === '') throw broken;
  let total = 0n;
  for (let position = 0; position < body.length; ) {
    PART.lastIndex = position;
    const [part = '', whole = '', fraction = '', unit = ''] = PART.exec(body) ?? [];
    if (whole === '' && fraction === '') throw broken;
    if (unit === '') throw new ValueError(`time: missing unit in duration ${quoteText(text)}`);
    const worth = NANOSECONDS.get(unit);
    if (worth === undefined)
      throw new ValueError(`time: unknown unit ${quoteText(unit)} in duration ${quoteText(text)}`);
    const digits = fraction.slice(0, 18);
    total += BigInt(whole || '0') * worth + (BigInt(digits || '0') * worth) / 10n ** BigInt(digits.length);
    if (total > LONGEST + (negative ? 1n : 0n)) throw broken;
    position += part.length;
  }
  return negative ? -total : total;
}
