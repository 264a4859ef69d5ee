import { type ByteReader, ModuleError } from './byte-reader.ts';
import { ByteWriter, unsigned } from './byte-writer.ts';
import { END, skipInstruction } from './instructions.ts';
import type { Signature } from './interface.ts';

/** Larger tables are refused before they are made; compiled Rego has some hundred functions in its table. */
const MAX_TABLE = 100_000;

/** As many entries as no section of compiled Rego has: some thousand functions. */
const MAX_ENTRIES = 100_000;

export const I32 = 0x7f;

/** What a module imports, functions of the host before all others. */
export interface Imports {
  readonly functions: readonly { readonly module: string; readonly name: string; readonly type: number }[];
  /** The memory that it needs at the start, in pages of 64 KiB. */
  readonly initialPages: number;
}

/**
 * The types of functions by their numbers; null for one of other numbers than those of 32 bits. Without other types than
 * those of functions of numbers there are no objects, which the limit of memory would not count.
 */
export function readTypes(section: ByteReader): readonly (Signature | null)[] {
  return entries(section, () => {
    if (section.byte() !== 0x60) throw new ModuleError('it has types that are not functions');
    const takes = readNumbers(section.part());
    const gives = readNumbers(section.part());
    return takes === null || gives === null ? null : { takes, gives };
  });
}

/** How many values there are, when all of them are numbers of 32 bits. */
function readNumbers(types: ByteReader): number | null {
  const all: number[] = [];
  while (!types.isAtEnd) all.push(readNumberType(types));
  return all.every((type) => type === I32) ? all.length : null;
}

/** Reads the type of a value, which is one of four kinds of numbers. */
export function readNumberType(reader: ByteReader): number {
  const type = reader.byte();
  if (type < 0x7c || type > I32) throw new ModuleError('it has values other than numbers');
  return type;
}

/** The memory must come from the host, for only then the host can limit it. */
export function readImports(section: ByteReader): Imports {
  let initialPages: number | null = null;
  const all = entries(section, () => {
    const module = section.text();
    const name = section.text();
    const kind = section.byte();
    if (kind === 0) return [{ module, name, type: section.number() }];
    if (kind !== 2 || initialPages !== null) throw new ModuleError('it imports more than functions and one memory');
    if (module !== 'env' || name !== 'memory') throw new ModuleError(`it wants "${module}.${name}"`);
    const flags = section.number();
    if (flags > 1) throw new ModuleError('it has a memory of another kind');
    initialPages = section.number();
    if (flags === 1) section.number();
    return [];
  });
  return { functions: all.flat(), initialPages: initialPages ?? 0 };
}

/** A module has at most one table, of functions. */
export function checkTable(section: ByteReader): void {
  const count = section.number();
  if (count === 0) return;
  const isOfFunctions = section.byte() === 0x70;
  section.number();
  if (count > 1 || !isOfFunctions || section.number() > MAX_TABLE)
    throw new ModuleError('it has a table too many or too large');
}

/** The functions that are put into the table. */
export function readElements(section: ByteReader): readonly number[] {
  return entries(section, () => {
    if (section.number() !== 0) throw new ModuleError('it fills its table in a way that compiled Rego does not');
    while (skipInstruction(section) !== END);
    return entries(section, () => section.number());
  }).flat();
}

/** What a module exports: `kind` is 0 for a function and 3 for a variable. */
export interface Export {
  readonly name: string;
  readonly kind: number;
  readonly index: number;
}

export function readExports(section: ByteReader): readonly Export[] {
  return entries(section, () => ({ name: section.text(), kind: section.byte(), index: section.number() }));
}

/** Reads the entries of a section that begins with their number. */
export function entries<Entry>(section: ByteReader, read: () => Entry): Entry[] {
  const found: Entry[] = [];
  const all = section.number();
  if (all > MAX_ENTRIES) throw new ModuleError(`it has a section of more than ${MAX_ENTRIES} entries`);
  for (let count = all; count > 0; count -= 1) found.push(read());
  return found;
}

/** A section of `count` entries whose rest is in the reader, with further entries. */
export function withEntries(rest: ByteReader, count: number, further: readonly ArrayLike<number>[]): Uint8Array {
  const writer = new ByteWriter();
  writer.add(unsigned(count + further.length));
  writer.add(rest.bytes.subarray(rest.offset, rest.end));
  for (const entry of further) writer.add(entry);
  return writer.bytes();
}
