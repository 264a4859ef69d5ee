import { isDay, isTime } from '../../documents/day.ts';
import { suggestion } from '../../documents/nearest.ts';
import { quote } from '../../documents/quote.ts';
import { isJsonObject } from '../../documents/schema-node.ts';
import type { JsonObject, JsonValue } from '../../json.ts';
import type { SourcePlace } from '../../subject.ts';
import { daysAfter } from '../days.ts';
import { EntryReader, entryAt, type ImportedEntry } from './entry-reader.ts';
import type { ImportedExceptions, ImportFile, ImportOptions } from './import-exceptions.ts';
import { type LocatedData, readLocatedData, textIn, textsIn } from './located-data.ts';

const sections = ['vulnerabilities', 'misconfigurations', 'secrets', 'licenses'];

/** readTrivyignore reads a `.trivyignore.yaml`, as the documentation of Trivy 0.50 and later has it (read 2026-07). */
export function readTrivyignore(file: ImportFile, options: ImportOptions): ImportedExceptions {
  const reader = new EntryReader(options);
  const located = readLocatedData(file, reader);
  if (located === null || located.data === null) return reader.result();
  if (!isJsonObject(located.data)) {
    reader.report(located.placeOf([]), `A mapping with ${sections.join(', ')} is expected here.`);
    return reader.result();
  }
  for (const [section, items] of Object.entries(located.data)) {
    if (!sections.includes(section)) {
      reader.report(located.placeOf([section]), `Trivy knows no ${quote(section)}.${suggestion(section, sections)}`);
    } else if (Array.isArray(items)) {
      for (const [index, item] of items.entries()) readItem(item, [section, index], located, reader);
    } else if (items !== null) {
      reader.report(located.placeOf([section]), `${quote(section)} must be a list.`);
    }
  }
  return reader.result();
}

function readItem(item: JsonValue, path: readonly [string, number], located: LocatedData, reader: EntryReader): void {
  const read = entryOf(item, located.placeOf(path));
  if ('rule' in read) reader.take(read);
  else reader.report(located.placeOf(read.key === null ? path : [...path, read.key]), read.message);
}

/** The entry of an item, or what is wrong with one of its keys. */
function entryOf(item: JsonValue, source: SourcePlace): ImportedEntry | { key: string | null; message: string } {
  const id = isJsonObject(item) ? textIn(item, 'id') : null;
  if (!isJsonObject(item) || id === null) return { key: null, message: 'The entry has no id.' };
  const paths = textsIn(item, 'paths');
  if (paths === null) return { key: 'paths', message: '"paths" must be a list of texts.' };
  if (Object.hasOwn(item, 'purls') && item.purls !== null) {
    const message = 'Packages cannot be named in an exception, and without them it would be too wide. Name paths.';
    return { key: 'purls', message };
  }
  const expires = lastDay(item);
  if (expires === undefined) {
    return { key: 'expired_at', message: '"expired_at" must be a day or a time, such as 2026-12-20.' };
  }
  return { ...entryAt(source), rule: id, paths, reason: textIn(item, 'statement'), expires };
}

/** Trivy finds again what it ignored from the first moment of `expired_at`, so the day before is the last whole one. */
function lastDay(item: JsonObject): string | null | undefined {
  if (!Object.hasOwn(item, 'expired_at') || item.expired_at === null) return null;
  const text = textIn(item, 'expired_at') ?? '';
  if (isDay(text)) return daysAfter(text, -1);
  return isTime(text) ? daysAfter(new Date(text).toISOString().slice(0, 10), -1) : undefined;
}
