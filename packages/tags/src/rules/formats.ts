/** A format that values of tags are asked to have. */
export interface Format {
  /** As a message calls it, with an example: `a date such as 2026-03-31`. */
  readonly wanted: string;
  readonly fits: (value: string) => boolean;
}

/** What no tag of any cloud reaches; longer texts fit no format, so that a check takes little time. */
const MAX_LENGTH = 2048;

/** The formats by their names in rules. */
export const formats: ReadonlyMap<string, Format> = new Map([
  ['date', format('a date such as `2026-03-31`', isDate)],
  ['date-time', format('a time such as `2026-03-31T12:00:00Z`', isDateTime)],
  [
    'email',
    format('an e-mail address', (value) => /^[^\s@<>"(),;:]+@[^\s@.<>"(),;:]+(?:\.[^\s@.<>"(),;:]+)+$/.test(value)),
  ],
  ['uuid', format('a UUID', (value) => /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value))],
  ['url', format('a URL such as `https://example.com`', isUrl)],
  ['semver', format('a semantic version such as `1.4.0`', isSemanticVersion)],
  ['number', format('a number', (value) => /^[+-]?(?:\d+(?:\.\d+)?|\.\d+)(?:e[+-]?\d+)?$/i.test(value))],
  ['integer', format('a whole number', (value) => /^[+-]?\d+$/.test(value))],
  ['boolean', format('`true` or `false`', (value) => value === 'true' || value === 'false')],
]);

function format(wanted: string, fits: (value: string) => boolean): Format {
  return { wanted, fits: (value) => value.length <= MAX_LENGTH && fits(value) };
}

function isDate(value: string): boolean {
  const [, year = '', month = '', day = ''] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value) ?? [];
  const last = [31, isLeap(Number(year)) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][Number(month) - 1];
  return last !== undefined && Number(day) >= 1 && Number(day) <= last;
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** RFC 3339. */
function isDateTime(value: string): boolean {
  const [, date = '', hour, minute, second] =
    /^(\d{4}-\d{2}-\d{2})[Tt ](\d{2}):(\d{2}):(\d{2})(?:\.\d+)?(?:[Zz]|[+-]([01]\d|2[0-3]):[0-5]\d)$/.exec(value) ?? [];
  return isDate(date) && Number(hour) < 24 && Number(minute) < 60 && Number(second) <= 60;
}

function isUrl(value: string): boolean {
  return /^https?:\/\/[^\s/]/i.test(value) && !/\s/.test(value) && URL.canParse(value);
}

/** https://semver.org: numbers have no leading zeros, parts of a pre-release neither. */
function isSemanticVersion(value: string): boolean {
  const [, core = '', pre] =
    /^(\d+\.\d+\.\d+)(?:-([0-9A-Za-z.-]+))?(?:\+[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*)?$/.exec(value) ?? [];
  const isPlain = (part: string) => /^(?:0|[1-9]\d*)$/.test(part);
  const isPart = (part: string) => part !== '' && (!/^\d+$/.test(part) || isPlain(part));
  return core !== '' && core.split('.').every(isPlain) && (pre === undefined || pre.split('.').every(isPart));
}
