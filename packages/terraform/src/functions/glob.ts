import { LimitError } from '../values/value-error.ts';
import type { FileReader } from './function-context.ts';
import { MAX_FILES_VISITED } from './limits.ts';
import { compilePattern, type Pattern } from './pattern.ts';

/** A part of a pattern between two slashes: any number of folders, names that match, or something senseless. */
type Part = 'any depth' | 'broken' | Pattern;

/**
 * findFiles lists the files whose paths match a pattern: `*` and `?` stand for parts of a name, `[a-z]` and `{a,b}` for
 * alternatives, `**` for any number of folders. It gives undefined when a name meets a part that makes no sense.
 */
export function findFiles(pattern: string, files: FileReader): string[] | undefined {
  const parts = splitPattern(pattern).map(
    (part): Part => (part === '**' ? 'any depth' : (compilePart(part) ?? 'broken')),
  );
  const search = new Search(files);
  search.visit('', parts);
  return search.broken ? undefined : [...search.found];
}

/** Slashes after a backslash separate too, as they do for Terraform. */
function splitPattern(pattern: string): string[] {
  return pattern.split('/').filter((part) => part !== '');
}

class Search {
  readonly found = new Set<string>();
  broken = false;
  readonly #files: FileReader;
  readonly #seen = new Set<string>();
  #visited = 0;

  constructor(files: FileReader) {
    this.#files = files;
  }

  visit(folder: string, parts: readonly Part[]): void {
    const key = `${parts.length} ${folder}`;
    if (this.#seen.has(key)) return;
    this.#seen.add(key);
    const [part, ...rest] = parts;
    if (part === undefined) return;
    if (part === 'any depth' && rest.length > 0) this.visit(folder, rest);
    for (const { name, kind } of this.#files.listDirectory(folder) ?? []) {
      if (++this.#visited > MAX_FILES_VISITED) {
        throw new LimitError(`the pattern makes it look at more than ${MAX_FILES_VISITED} files`);
      }
      const path = folder === '' ? name : `${folder}/${name}`;
      if (part === 'broken') {
        this.broken = true;
      } else if (part === 'any depth') {
        if (kind === 'directory') this.visit(path, parts);
        else if (rest.length === 0) this.found.add(path);
      } else if (part.findAll(name, 1, undefined).length > 0) {
        if (kind === 'directory') this.visit(path, rest);
        else if (rest.length === 0) this.found.add(path);
      }
    }
  }
}

const LITERAL = /[^\\[\]{}*?,]+/y;
const CLASS = /\[(\^?)((?:(?:[^\]\\-]|\\.)(?:-(?:[^\]\\-]|\\.))?)+)\]/y;

/** Turns a part of a pattern into a regular expression; undefined when brackets or braces do not match. */
function compilePart(part: string): Pattern | undefined {
  let source = '';
  let open = 0;
  for (let position = 0; position < part.length; ) {
    const character = part.charAt(position);
    LITERAL.lastIndex = position;
    CLASS.lastIndex = position;
    const literal = LITERAL.exec(part)?.[0];
    const chosen = character === '[' ? CLASS.exec(part) : undefined;
    if (literal !== undefined) source += quote(literal);
    else if (character === '*') source += '[^/]*';
    else if (character === '?') source += '[^/]';
    else if (character === '[' && chosen) source += `[${chosen[1]}${quoteClass(chosen[2] ?? '')}]`;
    else if (character === '\\' && position + 1 < part.length) source += quote(part.charAt(position + 1));
    else if (character === '{') source += '(?:';
    else if (character === '}' && open > 0) source += ')';
    else if (character === ',') source += open > 0 ? '|' : ',';
    else if (character === ']' || character === '}') source += quote(character);
    else return undefined;
    if (character === '{') open++;
    if (character === '}' && open > 0) open--;
    position += literal?.length ?? chosen?.[0].length ?? (character === '\\' ? 2 : 1);
  }
  if (open > 0) return undefined;
  const compiled = compilePattern(`(?s)^(?:${source})$`);
  return 'problem' in compiled ? undefined : compiled;
}

function quote(text: string): string {
  return text.replaceAll(/[.+*?()|[\]{}^$\\]/g, '\\$&');
}

function quoteClass(text: string): string {
  return text.replaceAll(/\\(.)|[[^&~]/g, (found, escaped: string | undefined) => {
    const character = escaped ?? found;
    return /\w/.test(character) ? character : `\\${character}`;
  });
}
