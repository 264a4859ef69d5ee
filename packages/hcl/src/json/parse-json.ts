import { type Diagnostic, errorAt } from '../diagnostic.ts';
import type { ParseOptions } from '../parse.ts';
import { createSource, type Source } from '../source.ts';
import { type JsonNode, jsonStartRange } from './json-node.ts';
import { readJson } from './json-reader.ts';

/** A file in the JSON syntax, read as far as it could be. */
export interface JsonFile {
  readonly syntax: 'json';
  readonly source: Source;
  /** An object, or an array of objects; anything else has a diagnostic. */
  readonly root: JsonNode;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * parseJson reads a file in HCL's JSON syntax. What its objects mean depends on the schema they are asked for with:
 * see `bodyOf`. It never throws: mistakes are diagnostics.
 */
export function parseJson(text: string, options: ParseOptions): JsonFile {
  const source = createSource(options.file, text, { tabColumns: 2 });
  const { root, diagnostics } = readJson(source, options);
  if (diagnostics.length === 0 && root.kind !== 'object' && root.kind !== 'array') {
    const detail = 'A configuration in JSON must be an object, or an array of objects.';
    diagnostics.push(errorAt(source, jsonStartRange(root), 'Root value must be object', detail));
    return { syntax: 'json', source, root: { kind: 'invalid', start: root.start, end: root.end }, diagnostics };
  }
  return { syntax: 'json', source, root, diagnostics };
}
