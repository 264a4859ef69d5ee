// Modules of WebAssembly that no compiler of Rego makes: they speak OPA's interface and do what a test says.

/** What a made module does differently from a policy with one entry point, `t/deny`, which is empty. */
export interface MadeModule {
  /** Instructions of the evaluation, which leave an address on the stack. */
  readonly evaluate?: readonly number[];
  /** The JSON that the evaluation gives unless `evaluate` says otherwise. */
  readonly result?: string;
  /** The JSON of built-in functions with their numbers. */
  readonly builtins?: string;
  /** Sections put in before the code, each with its number. */
  readonly sections?: readonly (readonly number[])[];
  /** Pages of memory at the start. */
  readonly pages?: number;
  /** Functions of the host with the numbers of their types, which are those of the functions of the module. */
  readonly host?: readonly (readonly [module: string, name: string, type: number])[];
  /** A function that is exported in the place of another one. */
  readonly exports?: Readonly<Record<string, number>>;
  readonly minorVersion?: number;
  readonly withoutExport?: string;
}

const I32 = 0x7f;
const CONST = 0x41;
const END = 0x0b;
const host = [
  ['env', 'opa_abort', 7],
  ['env', 'opa_builtin0', 4],
] as const;
const addresses = { entrypoints: 16, builtins: 256, result: 1024, heap: 32_768 };

/** Where the result of a made module stands in its memory. */
export const RESULT = addresses.result;

/** `i32.const value`. */
export function constant(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  for (;;) {
    const low = rest & 0x7f;
    rest >>= 7;
    if ((rest === 0 && low < 0x40) || (rest === -1 && low >= 0x40)) return [CONST, ...bytes, low];
    bytes.push(low | 0x80);
  }
}

/** Calls a function: `opa_abort` is 0, `opa_builtin0` 1, and `opa_eval` 8. */
export function called(index: number): number[] {
  return [0x10, index];
}

/** madeModule writes a module. */
export function madeModule(made: MadeModule = {}): Uint8Array<ArrayBuffer> {
  const imported = made.host ?? host;
  const functions = [
    { name: 'entrypoints', parameters: 0, code: constant(addresses.entrypoints) },
    { name: 'builtins', parameters: 0, code: constant(addresses.builtins) },
    { name: 'opa_json_dump', parameters: 1, code: [0x20, 0] },
    { name: 'opa_malloc', parameters: 1, code: constant(addresses.heap) },
    { name: 'opa_json_parse', parameters: 2, code: [0x20, 0] },
    { name: 'opa_heap_ptr_get', parameters: 0, code: constant(addresses.heap) },
    { name: 'opa_eval', parameters: 7, code: made.evaluate ?? constant(addresses.result) },
    { name: 'opa_heap_ptr_set', parameters: 1, results: 0, code: [] },
  ];
  const globals = ['opa_wasm_abi_version', 'opa_wasm_abi_minor_version'];
  const exported = [
    ...functions.map(({ name }, index) => [name, 0, made.exports?.[name] ?? imported.length + index] as const),
    ...globals.map((name, index) => [name, 3, index] as const),
  ].filter(([name]) => name !== made.withoutExport);
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
    ...section(
      1,
      functions.map(({ parameters, results = 1 }) => [
        0x60,
        ...part(Array(parameters).fill(I32)),
        ...part(Array(results).fill(I32)),
      ]),
    ),
    ...section(2, [
      ...imported.map(([module, name, type]) => [...text(module), ...text(name), 0x00, type]),
      [...text('env'), ...text('memory'), 0x02, 0x00, ...number(made.pages ?? 1)],
    ]),
    ...section(
      3,
      functions.map((_, index) => [index]),
    ),
    ...(made.sections ?? []).flat(),
    ...section(
      6,
      [1, made.minorVersion ?? 3].map((value) => [I32, 0, ...constant(value), END]),
    ),
    ...section(
      7,
      exported.map(([name, kind, index]) => [...text(name), kind, index]),
    ),
    ...section(
      10,
      functions.map(({ code }) => part([0, ...code, END])),
    ),
    ...section(11, [
      data(addresses.entrypoints, '{"t/deny":0}'),
      data(addresses.builtins, made.builtins ?? '{}'),
      data(addresses.result, made.result ?? '[{"result":[]}]'),
    ]),
  ]);
}

/** A section with its entries. */
export function section(id: number, entries: readonly (readonly number[])[]): number[] {
  return [id, ...part([...number(entries.length), ...entries.flat()])];
}

function data(address: number, value: string): number[] {
  return [0, ...constant(address), END, ...text(`${value}\0`)];
}

function text(value: string): number[] {
  return part([...Buffer.from(value)]);
}

function part(bytes: readonly number[]): number[] {
  return [...number(bytes.length), ...bytes];
}

function number(value: number): number[] {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...number(value >> 7)];
}
