// The part of the WebAssembly JavaScript interface (version 1) that is used. TypeScript has it in the library of browsers
// only, whose other names this project must not see.
declare namespace WebAssembly {
  class Module {
    constructor(bytes: Uint8Array<ArrayBuffer>);
  }
  class Instance {
    constructor(module: Module, imports: { env: Record<string, unknown> });
    readonly exports: Readonly<Record<string, unknown>>;
  }
  class Memory {
    constructor(pages: { initial: number; maximum: number });
    readonly buffer: ArrayBuffer;
  }
  class Global {
    value: unknown;
  }
  class CompileError extends Error {}
  class RuntimeError extends Error {}
}
