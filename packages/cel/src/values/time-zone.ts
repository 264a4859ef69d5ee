import { type Failure, fail } from './stop.ts';
import { floorDivide, type Timestamp } from './time.ts';

const OFFSET = /^([+-]?)(\d\d):(\d\d)$/;
const formats = new Map<string, Intl.DateTimeFormat>();
/** Zones that were asked for are few; a hostile expression must not be able to fill the memory with them. */
const MAX_CACHED_ZONES = 64;

/**
 * The time that clocks show in a zone at a point in time, as a date whose UTC fields are the local ones.
 * The zone is `UTC`, an offset such as `+11:00` or `02:00`, or a name of the IANA database, known through `Intl`.
 */
export function localTime(timestamp: Timestamp, zone: string): Date | Failure {
  const millis = Number(floorDivide(timestamp.nanos, 1_000_000n));
  if (zone === 'UTC' || zone === 'Z') return new Date(millis);
  const offset = OFFSET.exec(zone);
  if (offset !== null) {
    const [hours, minutes] = [Number(offset[2]), Number(offset[3])];
    if (hours > 23 || minutes > 59) return fail(`"${zone}" is not an offset of a time zone`);
    return new Date(millis + (offset[1] === '-' ? -1 : 1) * (hours * 60 + minutes) * 60_000);
  }
  const format = zoneFormat(zone);
  if (format === null) return fail(`there is no time zone "${zone}"; write a name such as "Europe/Berlin" or "+02:00"`);
  const fields = new Map(format.formatToParts(new Date(millis)).map((part) => [part.type, Number(part.value)]));
  const local = new Date(0);
  local.setUTCFullYear(fields.get('year') ?? 0, (fields.get('month') ?? 1) - 1, fields.get('day') ?? 1);
  local.setUTCHours(fields.get('hour') ?? 0, fields.get('minute') ?? 0, fields.get('second') ?? 0);
  local.setUTCMilliseconds(((millis % 1000) + 1000) % 1000);
  return local;
}

function zoneFormat(zone: string): Intl.DateTimeFormat | null {
  const cached = formats.get(zone);
  if (cached !== undefined) return cached;
  try {
    const format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    if (formats.size >= MAX_CACHED_ZONES) formats.clear();
    formats.set(zone, format);
    return format;
  } catch {
    return null;
  }
}
