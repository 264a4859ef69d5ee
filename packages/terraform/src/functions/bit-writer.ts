/** Collects bits into bytes, the lowest bit of each byte first. */
export class BitWriter {
  #bytes = new Uint8Array(1024);
  #length = 0;
  #bits = 0;
  #count = 0;

  /** Adds the lowest bits of a value, at most 16 of them. */
  write(value: number, count: number): void {
    this.#bits |= value << this.#count;
    this.#count += count;
    while (this.#count >= 8) this.#flushByte();
  }

  /** Fills up the last byte with zeros. */
  align(): void {
    if (this.#count > 0) this.#flushByte();
  }

  /** Adds whole bytes; the bits before have to fill theirs. */
  append(bytes: Uint8Array): void {
    this.#reserve(bytes.length);
    this.#bytes.set(bytes, this.#length);
    this.#length += bytes.length;
  }

  toBytes(): Uint8Array {
    return this.#bytes.slice(0, this.#length);
  }

  #flushByte(): void {
    this.#reserve(1);
    this.#bytes[this.#length++] = this.#bits & 0xff;
    this.#bits >>>= 8;
    this.#count = Math.max(this.#count - 8, 0);
  }

  #reserve(count: number): void {
    if (this.#length + count <= this.#bytes.length) return;
    const larger = new Uint8Array(Math.max(this.#bytes.length * 2, this.#length + count));
    larger.set(this.#bytes);
    this.#bytes = larger;
  }
}
