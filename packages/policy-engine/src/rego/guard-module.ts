import { ByteReader, ModuleError } from './byte-reader.ts';
import { ByteWriter, signed, unsigned } from './byte-writer.ts';
import { type CodeFrame, countedBody } from './count-steps.ts';
import { textEndBody, wrapperBody } from './guard-functions.ts';
import { END } from './instructions.ts';
import { hostFunctions, policyFunctions, type Signature } from './interface.ts';
import {
  checkTable,
  type Export,
  entries,
  I32,
  type Imports,
  readElements,
  readExports,
  readImports,
  readTypes,
  withEntries,
} from './sections.ts';

/** The name under which a guarded module gives its counter: a number that goes down and stops the module below zero. */
export const STEPS_EXPORT = 'tollgate_steps';

/** A module that comes to an end, whoever made it. */
export interface GuardedModule {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** The memory that it needs at the start, in pages of 64 KiB. */
  readonly initialPages: number;
}

/** The sections (WebAssembly 1.0, section 5.5). */
const SECTION = {
  custom: 0,
  type: 1,
  import: 2,
  function: 3,
  table: 4,
  memory: 5,
  global: 6,
  export: 7,
  start: 8,
  element: 9,
  code: 10,
  data: 11,
};
const HEADER = [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00];

/** Functions that give the address of a text. What `opa_json_dump` gives goes into functions of the host. */
const TEXTS = [
  { name: 'opa_eval', isForHost: false },
  { name: 'opa_json_dump', isForHost: true },
];

/**
 * guardModule checks a module and writes two things into it, so that a host may trust it as if OPA had made it: a counter of
 * steps (see `countedBody`), and a search for the end of every text that it gives. `@open-policy-agent/opa-wasm` searches
 * itself, for ever when there is no end, and so it may be given no other address.
 * @throws ModuleError for a module that has parts which compiled Rego does not have, or lacks some that it has.
 */
export function guardModule(module: Uint8Array, limit: number): GuardedModule {
  const sections = readSections(module);
  const outline = outlineOf(sections);
  const writer = new ByteWriter();
  writer.add(HEADER);
  for (const [id, contents] of sections) {
    writer.add([id]);
    writer.addPart(rewritten(id, new ByteReader(module, contents.offset, contents.end), outline, limit));
  }
  return { bytes: writer.bytes(), initialPages: outline.imports.initialPages };
}

/** The sections by their numbers, in their order; what is for people only is left out. */
function readSections(module: Uint8Array): ReadonlyMap<number, ByteReader> {
  const reader = new ByteReader(module);
  if (!HEADER.every((byte) => byte === reader.byte())) throw new ModuleError('it is not WebAssembly 1.0');
  const sections = new Map<number, ByteReader>();
  while (!reader.isAtEnd) {
    const id = reader.byte();
    const section = reader.part();
    if (id === SECTION.custom) continue;
    if (id > SECTION.data || id === SECTION.memory || sections.has(id))
      throw new ModuleError(`it has a section ${id}${sections.has(id) ? ' too many' : ''}`);
    sections.set(id, section);
  }
  return sections;
}

/** What the parts of a module have to know of each other. */
interface Outline {
  readonly types: number;
  readonly imports: Imports;
  readonly exports: readonly Export[];
  readonly frame: CodeFrame;
  readonly functionTypes: readonly number[];
}

function outlineOf(sections: ReadonlyMap<number, ByteReader>): Outline {
  /** Reads from the start of a section, which is read again later. */
  const read = <Value>(id: number, name: string, reading: (section: ByteReader) => Value): Value => {
    const section = sections.get(id);
    if (section === undefined) throw new ModuleError(`it has no ${name}`);
    return reading(new ByteReader(section.bytes, section.offset, section.end));
  };
  const types = read(SECTION.type, 'types', readTypes);
  const imports = read(SECTION.import, 'imports', readImports);
  const hostCount = imports.functions.length;
  const functionTypes = read(SECTION.function, 'functions', (section) => entries(section, () => section.number()));
  const exports = read(SECTION.export, 'exports', readExports);
  if (new Set(imports.functions.map(({ name }) => name)).size < hostCount)
    throw new ModuleError('it wants a function of its host twice');
  for (const { module, name, type } of imports.functions) {
    const wanted = module === 'env' ? hostFunctions.get(name) : undefined;
    if (wanted === undefined) throw new ModuleError(`it wants "${module}.${name}", which no policy needs`);
    if (!isSame(types[type], wanted)) throw new ModuleError(`it wants another "${name}" than OPA's hosts have`);
  }
  for (const [name, wanted] of policyFunctions) {
    const found = exports.find((one) => one.name === name && one.kind === 0);
    if (found === undefined) throw new ModuleError(`it has no "${name}"`);
    if (!isSame(types[functionTypes[found.index - hostCount] ?? -1], wanted))
      throw new ModuleError(`its "${name}" is another one than that of compiled Rego`);
  }
  // Called in this way, a function of the host would get what was not looked at.
  const handedOn = [
    ...exports.filter(({ kind }) => kind === 0).map(({ index }) => index),
    ...(sections.has(SECTION.start) ? [read(SECTION.start, 'start', (section) => section.number())] : []),
    ...(sections.has(SECTION.element) ? read(SECTION.element, 'elements', readElements) : []),
  ];
  if (handedOn.some((index) => index < hostCount)) throw new ModuleError('it hands on a function of its host');
  if (sections.has(SECTION.table)) read(SECTION.table, 'table', checkTable);
  const functionCount = hostCount + functionTypes.length;
  const frame = {
    counter: read(SECTION.global, 'variables', (section) => section.number()),
    hostCount,
    abort: imports.functions.findIndex(({ name }) => name === 'opa_abort'),
    functionCount,
    textEnd: functionCount,
  };
  return { types: types.length, imports, exports, frame, functionTypes };
}

function isSame(one: Signature | null | undefined, other: Signature): boolean {
  return one?.takes === other.takes && one.gives === other.gives;
}

function rewritten(id: number, section: ByteReader, outline: Outline, limit: number): Uint8Array {
  const { types, exports, frame, functionTypes } = outline;
  const texts = TEXTS.flatMap(({ name, isForHost }) => {
    const index = exports.find((one) => one.name === name)?.index ?? 0;
    return { name, isForHost, index, type: functionTypes[index - frame.hostCount] ?? 0 };
  });
  switch (id) {
    case SECTION.type:
      return withEntries(section, section.number(), [[0x60, 2, I32, I32, 1, I32]]);
    case SECTION.function:
      return withEntries(section, section.number(), [unsigned(types), ...texts.map(({ type }) => unsigned(type))]);
    case SECTION.global:
      return withEntries(section, section.number(), [[I32, 1, 0x41, ...signed(limit), END]]);
    case SECTION.export: {
      const wrapperOf = (name: string) => texts.findIndex((one) => one.name === name);
      const all = exports.map((one) =>
        wrapperOf(one.name) === -1 ? one : { ...one, index: frame.textEnd + 1 + wrapperOf(one.name) },
      );
      const counter = { name: STEPS_EXPORT, kind: 3, index: frame.counter };
      return withEntries(new ByteReader(new Uint8Array()), 0, [...all, counter].map(exportEntry));
    }
    case SECTION.code: {
      const bodies = entries(section, () => countedBody(section.part(), frame));
      const further = [
        textEndBody(frame.counter),
        ...texts.map(({ name, index, isForHost }) =>
          wrapperBody({ index, takes: policyFunctions.get(name)?.takes ?? 0, textEnd: frame.textEnd, isForHost }),
        ),
      ];
      return withEntries(new ByteReader(new Uint8Array()), 0, [...bodies, ...further].map(asPart));
    }
    default:
      return section.bytes.subarray(section.offset, section.end);
  }
}

function exportEntry({ name, kind, index }: Export): number[] {
  const text = new TextEncoder().encode(name);
  return [...unsigned(text.length), ...text, kind, ...unsigned(index)];
}

function asPart(bytes: ArrayLike<number>): Uint8Array {
  const writer = new ByteWriter();
  writer.addPart(bytes);
  return writer.bytes();
}
