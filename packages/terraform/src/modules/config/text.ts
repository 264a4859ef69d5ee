import { createSource } from '@tollgate/hcl';
import { errorMessage, type Message } from '../message.ts';

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const lenient = new TextDecoder('utf-8', { ignoreBOM: true });

/** decodeText reads bytes as UTF-8; what is none is reported, and replaced. */
export function decodeText(bytes: Uint8Array, file: string, messages: Message[]): string {
  try {
    return strict.decode(bytes);
  } catch {
    const text = lenient.decode(bytes);
    const start = Math.max(0, text.indexOf('\ufffd'));
    const at = { source: createSource(file, text), range: { start, end: start + 1 } };
    const detail =
      'The file is not written in UTF-8. Convert it to UTF-8, which is the only encoding of configurations.';
    messages.push(errorMessage(at, 'Invalid character encoding', detail));
    return text;
  }
}
