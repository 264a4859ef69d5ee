import { posix } from 'node:path';
import { visible } from '@tollgate/reporting';
import { type RootModule, settingsFile } from '@tollgate/terraform';
import { stringify } from 'yaml';
import type { RootNaming } from '../look/settled-roots.ts';
import type { WantedFile } from './gate-setup.ts';

/** The settings that name root modules as another tool does. */
export function settingsOf(roots: readonly RootModule[], { from, others }: RootNaming): WantedFile {
  const named = roots.map(({ name, path, workspace, varFiles }) => ({
    path: folderName(path),
    ...(name === folderName(path) ? {} : { name }),
    ...(workspace === null ? {} : { workspace }),
    ...(varFiles.length === 0 ? {} : { varFiles: varFiles.map((file) => posix.relative(path, file)) }),
  }));
  const more = others.map((path) => ({ path: folderName(path) }));
  const lines = [
    `# Root modules, as ${from} names them. Written by tollgate init; change it as you like, it is not written again.`,
    yaml({ roots: named }),
    ...(more.length === 0 ? [] : [`  # Found as well, and not named in ${from}:`, commented(yaml(more))]),
  ];
  return {
    path: settingsFile,
    text: `${lines.join('\n')}\n`,
    reason: `names the root modules as ${from} does`,
  };
}

function folderName(path: string): string {
  return path === '' ? '.' : path;
}

function yaml(data: unknown): string {
  return stringify(data, { lineWidth: 0 }).trimEnd();
}

function commented(text: string): string {
  return text
    .split('\n')
    .map((line) => `  # ${visible(line)}`)
    .join('\n');
}
