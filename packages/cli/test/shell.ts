import { join } from 'node:path';
import { run } from '../src/run.ts';
import type { Terminal } from '../src/terminal.ts';

const project = join(import.meta.dirname, '../../..');

/** What a shell sees of a command. */
export interface Seen {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Where a command runs; the packs and prices are those of the project unless told, and the day is 2026-11-20. */
export type Place = Pick<Terminal, 'workingFolder'> & Partial<Terminal>;

/** Runs the command in this process, where nobody can be asked, and gives what a shell would see. */
export async function inShell(args: readonly string[], place: Place): Promise<Seen> {
  let [out, err] = ['', ''];
  const code = await run(args, {
    writeOut: (text) => {
      out += text;
    },
    writeError: (text) => {
      err += text;
    },
    color: false,
    environment: {},
    packsFolder: join(project, 'policies'),
    pricesFolder: join(project, 'packages/pricing/data'),
    today: '2026-11-20',
    ...place,
  });
  return { code, out, err };
}
