import { readFileSync } from 'node:fs';
import type { Edit } from '../src/index.ts';

/** A case of `data/edits.txt`. */
export interface EditCase {
  readonly name: string;
  readonly before: string;
  readonly edits: readonly Edit[];
  readonly after: string;
}

/** readEditCases reads the recorded edits: a title, an edit a line, the file before, the file after. */
export function readEditCases(): EditCase[] {
  const text = readFileSync(new URL('./data/edits.txt', import.meta.url), 'utf8');
  const [, ...sections] = text.split(/^=== /m);
  return sections.map((section) => {
    const [head = '', before = '', after = ''] = section.split(/^--- (?:before|after)\n/m);
    const [name = '', ...edits] = head.trimEnd().split('\n');
    return { name, before, edits: edits.map((line): Edit => JSON.parse(line)), after };
  });
}
