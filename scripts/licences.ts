import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Licences that we may ship, by their SPDX names. */
const allowed = new Set([
  'MIT',
  'ISC',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'MPL-2.0',
  'BlueOak-1.0.0',
  'Python-2.0',
  'CC0-1.0',
]);

interface Shipped {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  readonly text: string;
}

/**
 * The licence texts of every package of which a bundle holds a file, by name.
 * @throws Error for a package without a licence, or with one that we may not ship.
 */
export function thirdPartyLicences(root: string, bundledFiles: readonly string[]): string {
  const folders = new Set(
    bundledFiles.filter((file) => file.includes('node_modules/')).map((file) => packageFolder(join(root, file))),
  );
  const shipped = [...folders].map(read).sort((a, b) => compare(`${a.name}@${a.version}`, `${b.name}@${b.version}`));
  const head = `This bundle holds code of the ${shipped.length} packages below, each under its own licence.\n`;
  return [
    head,
    ...shipped.map(
      ({ name, version, licence, text }) => `${'='.repeat(80)}\n${name} ${version} (${licence})\n\n${text.trim()}\n`,
    ),
  ].join('\n');
}

function packageFolder(file: string): string {
  for (let folder = dirname(file); ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'package.json')) && /node_modules\/(@[^/]+\/)?[^/]+$/.test(folder)) return folder;
    if (folder === dirname(folder)) throw new Error(`${file} belongs to no package.`);
  }
}

function read(folder: string): Shipped {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  if (!allowed.has(license))
    throw new Error(
      `${name} ${version} is under "${license}", which is not on the list of licences that we ship (scripts/licences.ts).`,
    );
  const file = readdirSync(folder)
    .sort()
    .find((entry) => /^licen[sc]e/i.test(entry));
  const text =
    file === undefined
      ? `(The package carries no licence text; its package.json says ${license}.)`
      : readFileSync(join(folder, file), 'utf8');
  return { name, version, licence: license, text };
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
