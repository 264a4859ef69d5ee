import { suggestion } from '../../documents/nearest.ts';
import { quote } from '../../documents/quote.ts';
import { isJsonObject } from '../../documents/schema-node.ts';
import type { JsonObject } from '../../json.ts';
import { EntryReader, entryAt } from './entry-reader.ts';
import type { ImportedExceptions, ImportFile, ImportOptions } from './import-exceptions.ts';
import { type LocatedData, readLocatedData, textIn, textsIn } from './located-data.ts';

const textKeys = ['id', 'rule', 'repository', 'environment', 'reason', 'approver', 'evidence', 'created', 'expires'];
const listKeys = ['resources', 'paths'];

/** readExceptionList reads a plain list of exceptions in JSON or YAML. */
export function readExceptionList(file: ImportFile, options: ImportOptions): ImportedExceptions {
  const reader = new EntryReader(options);
  const located = readLocatedData(file, reader);
  if (located === null) return reader.result();
  if (!Array.isArray(located.data)) {
    reader.report(located.placeOf([]), 'A list of exceptions is expected here.');
    return reader.result();
  }
  for (const [index, item] of located.data.entries()) {
    if (isJsonObject(item)) readItem(item, index, located, reader);
    else reader.report(located.placeOf([index]), 'An exception must be a mapping with "rule", "reason" and "expires".');
  }
  return reader.result();
}

function readItem(item: JsonObject, index: number, located: LocatedData, reader: EntryReader): void {
  const source = located.placeOf([index]);
  const mistakes = Object.keys(item).flatMap((key) => keyMistakes(item, key).map((message) => ({ key, message })));
  for (const { key, message } of mistakes) reader.report(located.placeOf([index, key]), message);
  const rule = textIn(item, 'rule');
  if (rule === null && !mistakes.some(({ key }) => key === 'rule')) reader.report(source, 'The entry names no rule.');
  if (rule === null || mistakes.length > 0) return;
  const entry = entryAt(source, textIn(item, 'id') ?? undefined);
  reader.take({
    ...entry,
    rule,
    resources: textsIn(item, 'resources') ?? [],
    paths: textsIn(item, 'paths') ?? [],
    repository: textIn(item, 'repository'),
    environment: textIn(item, 'environment'),
    reason: textIn(item, 'reason'),
    approver: textIn(item, 'approver'),
    evidence: textIn(item, 'evidence'),
    created: textIn(item, 'created'),
    expires: textIn(item, 'expires'),
  });
}

/** What would be left out in silence, and so would make an exception wider than it was meant. */
function keyMistakes(item: JsonObject, key: string): string[] {
  if (textKeys.includes(key))
    return textIn(item, key) === null ? [`${quote(key)} must be a text that is not empty.`] : [];
  if (listKeys.includes(key)) return textsIn(item, key) === null ? [`${quote(key)} must be a list of texts.`] : [];
  return [`An exception has no ${quote(key)}.${suggestion(key, [...textKeys, ...listKeys])}`];
}
