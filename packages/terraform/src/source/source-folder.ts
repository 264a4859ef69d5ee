import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { join, posix, relative, sep } from 'node:path';
import { TerraformError } from '../error.ts';

/** A file of configuration larger than this is passed over, in bytes: nobody writes one by hand. */
const maxFileBytes = 10 * 1024 * 1024;

/** A file of a folder of configuration. */
export interface ConfigurationFile {
  /** Relative to the root, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

/** Folders below one root, of which nothing outside is ever read, whatever paths and links say. */
export interface SourceFolders {
  /** The configuration files of a folder relative to the root, in the order of their names; none when it is no folder inside. */
  configurationFiles(folder: string): readonly ConfigurationFile[];
}

/** Opens the folders below `root`. */
export function sourceFolders(root: string): SourceFolders {
  const realRoot = realpathSync(root);
  const isInside = (path: string) => {
    const way = relative(realRoot, realpathSync(path));
    return way !== '..' && !way.startsWith(`..${sep}`) && !way.startsWith(sep);
  };
  return {
    configurationFiles(folder) {
      const absolute = join(realRoot, folder);
      try {
        if (!isInside(absolute)) return [];
        return readdirSync(absolute)
          .filter((name) => /\.(tf|tofu)$/.test(name))
          .sort(primaryFirst)
          .map((name) => ({ name, absolute: join(absolute, name) }))
          .filter(
            ({ absolute: file }) => isInside(file) && statSync(file).isFile() && statSync(file).size <= maxFileBytes,
          )
          .map(({ name, absolute: file }) => ({ path: posix.join(folder, name), text: readFileSync(file, 'utf8') }));
      } catch (error) {
        // What cannot be read has no lines to point at; the verdict does not need them.
        if (error instanceof Error && 'code' in error) return [];
        throw error;
      }
    },
  };
}

/** A folder as a path below the root, with forward slashes. */
export function folderBelow(root: string, folder: string): string {
  const way = relative(root, join(root, folder));
  if (way === '..' || way.startsWith(`..${sep}`)) {
    throw new TerraformError(folder, `The folder ${folder} is outside of the repository. Give one inside of it.`);
  }
  if (statSync(join(root, folder), { throwIfNoEntry: false })?.isDirectory() !== true) {
    throw new TerraformError(
      folder,
      `There is no folder ${folder}. Give the folder of the root module that the plan was made from.`,
    );
  }
  return way === '' ? '.' : way.split(sep).join('/');
}

/** Override files come last: a block is defined where it is not overridden. */
function primaryFirst(a: string, b: string): number {
  const weight = (name: string) => (/(^|_)override\.(tf|tofu)$/.test(name) ? 1 : 0);
  return weight(a) - weight(b) || (a < b ? -1 : 1);
}
