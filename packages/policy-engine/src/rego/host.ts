import { builtins } from './builtins.ts';
import { STEPS_EXPORT } from './count-steps.ts';
import { notRego } from './module.ts';

/** What a call of the host costs. A text from the module or to it costs as many steps as it has bytes, in addition. */
const STEPS_OF_CALL = 1000;
const PAGE = 64 * 1024;

/** What stopped an evaluation: a policy's own mistake, or a limit. The message is the end of a sentence. */
export class RegoStop extends Error {
  override readonly name = 'RegoStop';
}

/** The side of the host: calls into the module, calls out of it, and texts in its memory. */
export class Host {
  readonly builtinNames = new Map<number, string>();
  readonly #memory: WebAssembly.Memory;
  readonly #exports: WebAssembly.Instance['exports'];

  constructor(compiled: WebAssembly.Module, initial: number, maxPages: number) {
    if (initial > maxPages) throw new RegoStop(`it needs more than ${(maxPages * PAGE) / 1024 / 1024} MiB of memory`);
    this.#memory = new WebAssembly.Memory({ initial, maximum: maxPages });
    const builtin = (number: number, _context: number, ...addresses: number[]) => this.#builtin(number, addresses);
    const env = {
      memory: this.#memory,
      opa_abort: (address: number) => {
        throw new RegoStop(abortText(this.#textAt(address)));
      },
      opa_println: () => {},
      opa_builtin0: builtin,
      opa_builtin1: builtin,
      opa_builtin2: builtin,
      opa_builtin3: builtin,
      opa_builtin4: builtin,
    };
    this.#exports = {};
    this.#exports = this.#guarded(() => new WebAssembly.Instance(compiled, { env }).exports);
  }

  get steps(): number {
    return this.global(STEPS_EXPORT);
  }

  set steps(steps: number) {
    const counter = this.#exports[STEPS_EXPORT];
    if (counter instanceof WebAssembly.Global) counter.value = steps;
  }

  global(name: string): number {
    const global = this.#exports[name];
    const value: unknown = global instanceof WebAssembly.Global ? global.value : null;
    if (typeof value !== 'number') throw notRego(`it has no "${name}"`);
    return value;
  }

  /** Calls an exported function, which gives a number: mostly an address. */
  call(name: string, ...numbers: number[]): number {
    const exported = this.#exports[name];
    if (typeof exported !== 'function') throw notRego(`it has no "${name}"`);
    const result: unknown = this.#guarded(() => exported(...numbers));
    // Addresses are unsigned, and WebAssembly gives them as signed numbers.
    return typeof result === 'number' ? result >>> 0 : 0;
  }

  /** Writes a text into memory, which grows for it, and gives its length in bytes. */
  write(address: number, text: string): number {
    const bytes = new TextEncoder().encode(text);
    const missing = address + bytes.length - this.#memory.buffer.byteLength;
    try {
      if (missing > 0) this.#memory.grow(Math.ceil(missing / PAGE));
    } catch {
      throw new RegoStop('its input does not fit into its memory');
    }
    new Uint8Array(this.#memory.buffer).set(bytes, address);
    return bytes.length;
  }

  /** Gives a value to the module. */
  writeJson(text: string): number {
    const length = Buffer.byteLength(text);
    this.#take(length);
    const address = this.call('opa_malloc', length);
    if (address + length > this.#memory.buffer.byteLength) throw notRego('it gives memory that it does not have');
    this.write(address, text);
    const value = this.call('opa_json_parse', address, length);
    if (value === 0) throw new RegoStop('it cannot read its data');
    return value;
  }

  /** Takes a value of the module. */
  readJson(value: number): unknown {
    return this.readText(this.call('opa_json_dump', value));
  }

  /** Reads the JSON that begins at an address. */
  readText(address: number): unknown {
    const text = this.#textAt(address);
    this.#take(text.length);
    try {
      return JSON.parse(text);
    } catch {
      throw notRego('what it gives is not JSON');
    }
  }

  /** The text from an address to the next byte that is zero. */
  #textAt(address: number): string {
    const memory = new Uint8Array(this.#memory.buffer);
    const end = memory.indexOf(0, address >>> 0);
    if (end === -1) throw notRego('what it gives lies outside of its memory');
    return new TextDecoder().decode(memory.subarray(address >>> 0, end));
  }

  #builtin(number: number, addresses: readonly number[]): number {
    this.#take(STEPS_OF_CALL);
    const name = this.builtinNames.get(number) ?? '';
    const builtin = builtins.get(name);
    if (builtin === undefined) throw new RegoStop(`the built-in function "${name}" is not there`);
    const result = builtin(...addresses.map((address) => this.readJson(address)));
    return result === undefined ? 0 : this.writeJson(JSON.stringify(result));
  }

  #take(steps: number): void {
    // Below zero the module stops at the next head; the counter has 32 bits.
    this.steps = Math.max(this.steps - steps, -1);
    if (this.steps < 0) throw outOfSteps();
  }

  /** Tells what stopped the module. */
  #guarded<Result>(run: () => Result): Result {
    try {
      return run();
    } catch (error) {
      if (error instanceof RangeError) throw new RegoStop('its rules or values are nested too deeply');
      if (error instanceof WebAssembly.LinkError) throw notRego('it does not fit to its host');
      if (!(error instanceof WebAssembly.RuntimeError)) throw error;
      const hasSteps = this.#exports[STEPS_EXPORT] === undefined || this.steps >= 0;
      throw hasSteps ? new RegoStop('it does what WebAssembly forbids') : outOfSteps();
    }
  }
}

function abortText(text: string): string {
  return text.includes('malloc') ? 'it needs more memory than is allowed' : text;
}

function outOfSteps(): RegoStop {
  return new RegoStop('it takes more steps than are allowed');
}
