/**
 * A path as a tree knows it: names joined by `/`, empty for the root. Undefined for a path that begins with `/`, leads out of
 * the root on its way, or names what is no source.
 */
export function treePath(path: string): string | undefined {
  if (path.startsWith('/') || path.includes('\0')) return undefined;
  const names: string[] = [];
  for (const name of path.split('/')) {
    if (name === '' || name === '.') continue;
    if (name !== '..') names.push(name);
    else if (names.pop() === undefined) return undefined;
  }
  return isSource(names) ? names.join('/') : undefined;
}

/**
 * Whether the way to a file leads through sources only. `.git` holds the token of the checkout, and `.terraform` the access
 * to the backend: a configuration from outside could ask for them with `file()` and have them shown in a report.
 */
export function isSource(names: readonly string[]): boolean {
  return names.every((name, index) => {
    // Some file systems do not tell `.GIT` from `.git`.
    const folded = name.toLowerCase();
    if (folded === '.git') return false;
    const below = names[index + 1];
    return folded !== '.terraform' || below === undefined || below === 'modules';
  });
}

/** The path of a name in a folder. */
export function joinPath(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`;
}

/** The folder of a path. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

/** Orders texts by code units, which is the same on every machine. */
export function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
