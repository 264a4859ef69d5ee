import { maxFileBytes } from '../../documents/limits.ts';
import type { LineColumn, Path } from '../../documents/places.ts';
import { nodePlaces } from '../../documents/yaml/node-places.ts';
import { parseYaml } from '../../documents/yaml/parse-yaml.ts';
import { plainData } from '../../documents/yaml/plain-data.ts';
import { indexText } from '../../documents/yaml/text-index.ts';
import type { JsonValue } from '../../json.ts';
import type { SourcePlace } from '../../subject.ts';
import type { EntryReader } from './entry-reader.ts';
import type { ImportFile } from './import-exceptions.ts';

/** The data of a file in YAML, of which JSON is a part, with the places of its values. */
export interface LocatedData {
  readonly data: JsonValue;
  placeOf(path: Path): SourcePlace;
}

/** readLocatedData reads the one document of a file; what is wrong is reported, and null given. */
export function readLocatedData({ file, text }: ImportFile, reader: EntryReader): LocatedData | null {
  const sourceOf = ({ line, column }: LineColumn): SourcePlace => ({ file, startLine: line, startColumn: column });
  const start = { file, startLine: 1, startColumn: 1 };
  if (Buffer.byteLength(text) > maxFileBytes) {
    reader.report(start, `The file has more than ${maxFileBytes / 1024} KiB. Split it into several files.`);
    return null;
  }
  const index = indexText(text.replace(/^\ufeff/, '').replaceAll(/\r\n?/g, '\n'));
  const { documents, mistakes } = parseYaml(index.text);
  for (const { offset, message } of mistakes) reader.report(sourceOf(index.placeOf(offset)), message);
  if (mistakes.length > 0) return null;
  const [document, second] = documents;
  if (document === undefined) return { data: null, placeOf: () => start };
  if (second !== undefined) {
    reader.report(sourceOf(index.placeOf(second.range[0])), 'Only one document is expected here. Take this one out.');
    return null;
  }
  const plain = plainData(document.contents);
  for (const { offset, message } of plain.mistakes) reader.report(sourceOf(index.placeOf(offset)), message);
  if (plain.mistakes.length > 0) return null;
  const { targets } = plain;
  const places = nodePlaces(file, index, { root: document.contents, targets, offset: document.range[0] });
  return { data: plain.data, placeOf: (path) => sourceOf(places.at(path)) };
}

/** A text of a mapping; null when it is not there, or no text with something in it. */
export function textIn(data: { readonly [key: string]: JsonValue }, key: string): string | null {
  const value = Object.hasOwn(data, key) ? data[key] : undefined;
  return typeof value === 'string' && value.trim() !== '' ? value : null;
}

/** A list of texts of a mapping: empty when it is not there, null when it is something else. */
export function textsIn(data: { readonly [key: string]: JsonValue }, key: string): readonly string[] | null {
  const value = Object.hasOwn(data, key) ? data[key] : null;
  if (value === null || value === undefined) return [];
  const texts = Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
  return Array.isArray(value) && texts.length === value.length ? texts : null;
}
