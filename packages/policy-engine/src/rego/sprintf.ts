/** Wider fields are mistakes, and could be as long as the memory. */
const MAX_WIDTH = 1000;
const DIRECTIVE = /%(?<flags>[-+# 0]*)(?:\[(?<index>\d+)\])?(?<width>\d+)?(?:\.(?<precision>\d*))?(?<verb>.)?/gsu;

interface Directive {
  readonly flags: string;
  readonly width: number;
  /** Null unless it is said. */
  readonly precision: number | null;
  readonly verb: string;
}

/**
 * sprintf writes values into a text as OPA does, which is Go's `fmt.Sprintf`: numbers that are whole are its `int64`, others
 * its `float64`, and everything that is neither number nor text is the text of the value in Rego. What does not fit shows
 * in the text, as in Go, and is no error.
 *
 * @example
 * sprintf('%s has %d of %v', ['a', 2, ['b']]); // 'a has 2 of ["b"]'
 */
export function sprintf(format: string, values: readonly unknown[]): string {
  let next = 0;
  let isReordered = false;
  const text = format.replace(DIRECTIVE, (...match) => {
    const groups: Readonly<Record<string, string | undefined>> = match.at(-1);
    const { flags = '', verb = '' } = groups;
    if (verb === '') return '%!(NOVERB)';
    if (verb === '%') return '%';
    if (groups.index !== undefined) {
      next = Number(groups.index) - 1;
      isReordered = true;
    }
    const value = values[next];
    const index = next;
    next += 1;
    if (value === undefined)
      return index < 0 || groups.index !== undefined ? `%!${verb}(BADINDEX)` : `%!${verb}(MISSING)`;
    const width = Math.min(Number(groups.width ?? 0), MAX_WIDTH);
    const precision = groups.precision === undefined ? null : Math.min(Number(groups.precision), MAX_WIDTH);
    return formatted({ flags, width, precision, verb }, value);
  });
  if (isReordered || next >= values.length) return text;
  return `${text}%!(EXTRA ${values.slice(next).map(typedText).join(', ')})`;
}

function formatted(directive: Directive, value: unknown): string {
  if (typeof value === 'number') return numberText(directive, value);
  return stringText(directive, typeof value === 'string' ? value : termText(value));
}

function stringText(directive: Directive, value: string): string {
  const { flags, precision, verb } = directive;
  const cut = precision === null ? value : [...value].slice(0, precision).join('');
  switch (verb) {
    case 's':
    case 'v':
      return padded(directive, cut);
    case 'q':
      return padded(directive, flags.includes('#') && !/[`\p{Cc}]/u.test(cut) ? `\`${cut}\`` : quoted(cut));
    case 'x':
    case 'X': {
      const hex = Buffer.from(cut).toString('hex');
      return padded(directive, verb === 'X' ? hex.toUpperCase() : hex);
    }
    default:
      return badVerb(verb, value);
  }
}

function numberText(directive: Directive, value: number): string {
  const digits = isInteger(value) ? integerDigits(directive, Math.abs(value)) : floatDigits(directive, Math.abs(value));
  if (digits === null) return badVerb(directive.verb, value);
  const { flags } = directive;
  const sign = value < 0 ? '-' : flags.includes('+') ? '+' : flags.includes(' ') ? ' ' : '';
  const isZeroPadded = flags.includes('0') && !flags.includes('-');
  return padded(directive, sign + (isZeroPadded ? digits.padStart(directive.width - sign.length, '0') : digits));
}

/** Larger numbers are written with an exponent in JSON, which makes them floats. */
function isInteger(value: number): boolean {
  return Number.isInteger(value) && Math.abs(value) < 1e21;
}

function integerDigits({ flags, precision, verb }: Directive, value: number): string | null {
  const base = ({ d: 10, v: 10, x: 16, X: 16, o: 8, b: 2 } as const)[verb];
  if (base === undefined) return null;
  // The zeros at the end of a number beyond 2^53 are as JSON had them.
  const digits = (base === 10 ? String(value) : BigInt(value).toString(base)).padStart(precision ?? 0, '0');
  const prefix = flags.includes('#') ? (({ x: '0x', X: '0X', o: '0', b: '0b' } as const)[verb] ?? '') : '';
  return prefix + (verb === 'X' ? digits.toUpperCase() : digits);
}

function floatDigits({ precision, verb }: Directive, value: number): string | null {
  switch (verb) {
    case 'f':
    case 'F':
      return value.toFixed(Math.min(precision ?? 6, 100));
    case 'e':
    case 'E':
      return exponential(value.toExponential(Math.min(precision ?? 6, 100)), verb);
    case 'g':
    case 'G':
    case 'v':
      return shortest(value, precision, verb);
    default:
      return null;
  }
}

/** The shortest text of a number: with an exponent below -4, and from the precision on, which is 6 unless it is said. */
function shortest(value: number, precision: number | null, verb: string): string {
  const rounded = precision === null ? value : Number(value.toPrecision(Math.min(Math.max(precision, 1), 100)));
  const exponent = Number(rounded.toExponential().split('e')[1]);
  return exponent < -4 || exponent >= (precision ?? 6) ? exponential(rounded.toExponential(), verb) : String(rounded);
}

/** Go writes at least two digits of an exponent. */
function exponential(text: string, verb: string): string {
  const twoDigits = text.replace(/([+-])(\d)$/, '$10$2');
  return verb === 'E' || verb === 'G' ? twoDigits.toUpperCase() : twoDigits;
}

function padded({ flags, width }: Directive, text: string): string {
  const missing = ' '.repeat(Math.max(width - [...text].length, 0));
  return flags.includes('-') ? text + missing : missing + text;
}

function badVerb(verb: string, value: unknown): string {
  return `%!${verb}(${typedText(value)})`;
}

function typedText(value: unknown): string {
  if (typeof value !== 'number') return `string=${typeof value === 'string' ? value : termText(value)}`;
  return `${isInteger(value) ? 'int64' : 'float64'}=${formatted({ flags: '', width: 0, precision: null, verb: 'v' }, value)}`;
}

/** A value as Rego writes it. */
function termText(value: unknown): string {
  if (typeof value === 'string') return quoted(value);
  if (typeof value !== 'object' || value === null) return String(value);
  if (Array.isArray(value)) return `[${value.map(termText).join(', ')}]`;
  return `{${Object.entries(value)
    .map(([key, part]) => `${quoted(key)}: ${termText(part)}`)
    .join(', ')}}`;
}

function quoted(text: string): string {
  return JSON.stringify(text);
}
