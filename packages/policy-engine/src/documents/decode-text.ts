import type { Problem } from '../problem.ts';
import { maxFileBytes } from './limits.ts';

/** The text of a file of documents in UTF-8, or what is wrong with it. The file's name is as problems tell it. */
export function decodeText(bytes: Uint8Array, file: string): string | Problem {
  if (bytes.length > maxFileBytes) {
    const message = `The file has more than ${maxFileBytes / 1024} KiB. Split it into several files.`;
    return { file, line: 1, column: 1, message };
  }
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    const before = new TextDecoder().decode(bytes).split('\ufffd', 1)[0] ?? '';
    const lines = before.split(/\r\n?|\n/);
    const column = [...(lines.at(-1) ?? '')].length + 1;
    return { file, line: lines.length, column, message: 'The file is not in UTF-8 here. Save it as UTF-8.' };
  }
}
