/** A mistake in a module, as the end of a sentence. */
export class ModuleError extends Error {
  override readonly name = 'ModuleError';
}

/** Reads the numbers of a WebAssembly module one after the other (WebAssembly 1.0, section 5.2.2). */
export class ByteReader {
  readonly bytes: Uint8Array;
  offset: number;
  readonly end: number;

  constructor(bytes: Uint8Array, offset = 0, end = bytes.length) {
    this.bytes = bytes;
    this.offset = offset;
    this.end = end;
  }

  get isAtEnd(): boolean {
    return this.offset >= this.end;
  }

  byte(): number {
    const byte = this.offset < this.end ? this.bytes[this.offset] : undefined;
    if (byte === undefined) throw new ModuleError('it ends too early');
    this.offset += 1;
    return byte;
  }

  skip(count: number): void {
    if (count > this.end - this.offset) throw new ModuleError('it ends too early');
    this.offset += count;
  }

  /** An unsigned number of at most 32 bits. */
  number(): number {
    let value = 0;
    for (let shift = 0; shift < 35; shift += 7) {
      const byte = this.byte();
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) {
        if (value > 0xffff_ffff) break;
        return value;
      }
    }
    throw new ModuleError('a number in it is too large');
  }

  /** Passes over a number of any kind. */
  skipNumber(): void {
    for (let length = 0; length < 10; length += 1) if (this.byte() < 0x80) return;
    throw new ModuleError('a number in it is too large');
  }

  /** A name: its length and its text. */
  text(): string {
    const length = this.number();
    const start = this.offset;
    this.skip(length);
    return new TextDecoder().decode(this.bytes.subarray(start, start + length));
  }

  /** A part with its length before it, as a reader of its own. */
  part(): ByteReader {
    const length = this.number();
    const start = this.offset;
    this.skip(length);
    return new ByteReader(this.bytes, start, start + length);
  }
}
