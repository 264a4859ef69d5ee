const MASK = '***';

/** Masks the secrets of a job in everything that is shown. Values may be added while the job runs. */
export class SecretMasker {
  readonly #values = new Set<string>();

  /** add masks a value from now on, with the encodings that the runner knows (SecretMasker.cs, ValueEncoders.cs). */
  add(value: string): void {
    if (value.trim() === '') return;
    this.#values.add(value);
    for (const encode of ENCODERS) {
      const encoded = encode(value);
      if (encoded.trim() !== '') this.#values.add(encoded);
    }
  }

  /** addLines masks a value and each of its lines, because output is shown line by line. */
  addLines(value: string): void {
    this.add(value);
    for (const line of value.split(/[\r\n]+/)) this.add(line.trim());
  }

  /** mask replaces every known value; values that touch or overlap become one mask. */
  mask(text: string): string {
    const ranges = this.#rangesIn(text).sort((left, right) => left.start - right.start);
    let masked = '';
    let shownTo = 0;
    let last = -1;
    for (const range of ranges) {
      if (last >= 0 && range.start <= shownTo) {
        shownTo = Math.max(shownTo, range.end);
        continue;
      }
      masked += text.slice(shownTo, range.start) + MASK;
      shownTo = range.end;
      last = range.start;
    }
    return masked + text.slice(shownTo);
  }

  #rangesIn(text: string): { start: number; end: number }[] {
    const ranges: { start: number; end: number }[] = [];
    for (const value of this.#values) {
      for (let start = text.indexOf(value); start >= 0; start = text.indexOf(value, start + 1)) {
        ranges.push({ start, end: start + value.length });
      }
    }
    return ranges;
  }
}

const XML_ESCAPES: Readonly<Record<string, string>> = {
  '<': '&lt;',
  '>': '&gt;',
  '&': '&amp;',
  '"': '&quot;',
  "'": '&apos;',
};

const ENCODERS: readonly ((value: string) => string)[] = [
  (value) => base64From(value, 0),
  (value) => base64From(value, 1),
  (value) => base64From(value, 2),
  (value) => value.replaceAll('"', '\\"'),
  (value) => value.replaceAll("'", "''"),
  (value) => JSON.stringify(value).slice(1, -1),
  (value) => encodeURIComponent(value),
  (value) => value.replace(/[<>&"']/g, (character) => XML_ESCAPES[character] ?? character),
  (value) => (value.length > 8 && value.startsWith('"') && value.endsWith('"') ? value.slice(1, -1) : value),
];

/** A value inside a longer text has a different base64 form for each of the three places it can start at. */
function base64From(value: string, shift: number): string {
  const bytes = Buffer.from(value, 'utf8');
  return bytes.subarray(bytes.length > shift ? shift : 0).toString('base64');
}
