import type { Document, ParsedNode } from 'yaml';
import type { JsonObject, JsonValue } from '../json.ts';
import type { Problem } from '../problem.ts';
import { compareText } from '../text-order.ts';
import type { Kind } from './kinds/kind.ts';
import { kinds } from './kinds/kinds.ts';
import { maxFileBytes, maxProblems } from './limits.ts';
import { nearest, suggestion } from './nearest.ts';
import type { LineColumn, Located, Places } from './places.ts';
import { quote } from './quote.ts';
import type { Documents } from './read-documents.ts';
import { type Mistake, schemaMistakes } from './schema-mistakes.ts';
import { isJsonObject } from './schema-node.ts';
import { nodePlaces } from './yaml/node-places.ts';
import { parseYaml } from './yaml/parse-yaml.ts';
import { plainData } from './yaml/plain-data.ts';
import { indexText } from './yaml/text-index.ts';

/** Reads one file after the other, and keeps what was found. */
export class DocumentReader {
  readonly #lists = {
    policies: listOf(kinds.policies),
    exceptions: listOf(kinds.exceptions),
    overrides: listOf(kinds.overrides),
    tests: listOf(kinds.tests),
    packs: listOf(kinds.packs),
    locks: listOf(kinds.locks),
  };
  readonly #problems: Problem[] = [];

  /** Reads the documents of a file. */
  read(file: string, text: string): void {
    const problems: Problem[] = [];
    const report = (place: LineColumn, message: string) =>
      problems.push({ file, line: place.line, column: place.column, message });
    if (isLonger(text, maxFileBytes)) {
      report({ line: 1, column: 1 }, `The file has more than ${maxFileBytes / 1024} KiB. Split it into several files.`);
    } else this.#readText(file, text, report);
    problems.sort((a, b) => a.line - b.line || a.column - b.column || compareText(a.message, b.message));
    this.#problems.push(...problems.slice(0, maxProblems));
    const rest = problems[maxProblems];
    if (rest === undefined) return;
    const message = `The file has ${problems.length - maxProblems} more problems from here on. Mend those above first.`;
    this.#problems.push({ ...rest, message });
  }

  /** What was found so far. */
  documents(): Documents {
    const { policies, exceptions, overrides, tests, packs, locks } = this.#lists;
    return {
      policies: policies.found,
      exceptions: exceptions.found,
      overrides: overrides.found,
      tests: tests.found,
      packs: packs.found,
      locks: locks.found,
      problems: this.#problems,
    };
  }

  #readText(file: string, written: string, report: Report): void {
    // With these line ends lines and columns stay as they were, and texts are as YAML reads them.
    const index = indexText(written.replace(/^\ufeff/, '').replaceAll(/\r\n?/g, '\n'));
    const { documents, mistakes } = parseYaml(index.text);
    for (const { offset, message } of mistakes) report(index.placeOf(offset), message);
    for (const document of documents) {
      if (isEmpty(document)) continue;
      const { data, targets, mistakes } = plainData(document.contents);
      for (const { offset, message } of mistakes) report(index.placeOf(offset), message);
      if (mistakes.length > 0) continue;
      const places = nodePlaces(file, index, { root: document.contents, targets, offset: document.range[0] });
      this.#readDocument(data, places, report);
    }
  }

  #readDocument(data: JsonValue, places: Places, report: Report): void {
    const lists = Object.values(this.#lists);
    const start = places.at([]);
    if (!isJsonObject(data)) {
      report(start, 'A document must be a mapping that begins with "apiVersion: tollgate/v1" and "kind".');
      return;
    }
    const { kind } = data;
    const names = lists.map(({ name }) => name);
    if (kind === undefined) {
      const key = Object.keys(data).find((key) => nearest(key, ['kind']) !== undefined);
      if (key !== undefined) report(places.keyAt([key]), `Unknown key ${quote(key)}. Did you mean "kind"?`);
      else report(start, `The document lacks the key "kind". ${lacksKind(data)}`);
      return;
    }
    if (typeof kind !== 'string') {
      report(places.at(['kind']), `kind must be one of ${names.join(', ')}, written as a text.`);
      return;
    }
    const list = lists.find(({ name }) => name === kind);
    if (list === undefined && kind === 'Baseline') {
      report(places.at(['kind']), 'A baseline is no policy: give it with --baseline, and keep the file elsewhere.');
      return;
    }
    if (list === undefined) {
      report(places.at(['kind']), `Nothing is known of the kind ${quote(kind)}.${suggestion(kind, names)}`);
      return;
    }
    for (const { path, about, message } of list.offer(data, places)) {
      report(about === 'key' ? places.keyAt(path) : places.at(path), message);
    }
  }
}

type Report = (place: LineColumn, message: string) => void;

/** The documents of one kind that were found. */
interface KindList<Document> {
  readonly name: string;
  readonly found: readonly Located<Document>[];
  /** Takes data that names this kind, or says what is wrong with it. */
  offer(data: JsonObject, places: Places): readonly Mistake[];
}

function listOf<Document>({ name, schema, validate, check }: Kind<Document>): KindList<Document> {
  const found: Located<Document>[] = [];
  return {
    name,
    found,
    offer(data, places) {
      // The guard narrows the type of a copy only, so that the data can still be shown when it does not fit.
      const document: unknown = data;
      if (!validate(document)) return schemaMistakes(validate.errors ?? [], { schema, data });
      const mistakes = check(document);
      if (mistakes.length === 0) found.push({ document, places });
      return mistakes;
    },
  };
}

function lacksKind({ apiVersion }: JsonObject): string {
  if (apiVersion !== undefined) return 'Add it, such as "kind: Policy".';
  return 'Begin it with "apiVersion: tollgate/v1" and "kind", or keep the file out of the policies.';
}

/** Whether nothing stands in a document: it is skipped, as a file without documents is. */
function isEmpty({ contents }: Document.Parsed<ParsedNode>): boolean {
  return contents === null || ('source' in contents && contents.source === '');
}

/** Whether a text has more bytes in UTF-8 than a limit; without counting them where the length tells. */
function isLonger(text: string, limit: number): boolean {
  return text.length > limit || (text.length * 3 > limit && Buffer.byteLength(text) > limit);
}
