import { formatTimestamp, parseTimestamp } from './timestamp.ts';

const DATE = /^(\d{4})-(\d\d?)-(\d\d?)$/;
const DATE_AND_TIME = /^(\d{4})-(\d\d?)-(\d\d?)(?:[Tt]| )(\d\d?):(\d\d?):(\d\d?(?:\.\d+)?)(Z|[+-]\d\d:\d\d)?$/;

/** yamlTimestamp gives a date, or a date and a time, in the form of RFC 3339; undefined for any other text. */
export function yamlTimestamp(text: string): string | undefined {
  const date = DATE.exec(text);
  if (date !== null) return canonical(date[1], date[2], date[3], '0', '0', '0', 'Z');
  const both = DATE_AND_TIME.exec(text);
  if (both === null) return undefined;
  // With a `T` the zone has to be there, after a space it must not be.
  if ((text[both[0].match(/[Tt ]/)?.index ?? 0] === ' ') !== (both[7] === undefined)) return undefined;
  return canonical(both[1], both[2], both[3], both[4], both[5], both[6], both[7] ?? 'Z');
}

function canonical(
  year = '',
  month = '',
  day = '',
  hour = '',
  minute = '',
  second = '',
  zone = '',
): string | undefined {
  const [whole = '', fraction] = second.split('.');
  const time = [hour, minute, whole].map((part) => part.padStart(2, '0')).join(':');
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}T${time}${fraction ? `.${fraction}` : ''}${zone}`;
  try {
    return formatTimestamp(parseTimestamp(text));
  } catch {
    return undefined;
  }
}
