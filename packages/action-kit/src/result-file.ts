import { lstatSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { ActionError } from './error.ts';

/**
 * Writes a result to a file that an input names, from a folder, with the folders that lead there. Never through links: a pull
 * request can put one in its place that leads out of the workspace.
 * @throws ActionError when the file cannot be written.
 */
export function writeResultFile(file: string, text: string, workingFolder: string): void {
  const path = resolve(workingFolder, file);
  try {
    const folder = dirname(path);
    const way = relative(workingFolder, folder);
    const isInside = way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
    if ((isInside && leadsAway(workingFolder, way)) || isLink(path)) throw throughLink(file);
    mkdirSync(folder, { recursive: true });
    writeFileSync(path, text);
  } catch (error) {
    if (error instanceof ActionError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new ActionError(`The file ${file} could not be written: ${reason}. Name a file in a folder with room.`);
  }
}

/** Whether one of the folders on the way is a link. */
function leadsAway(top: string, way: string): boolean {
  const names = way.split(sep).filter((name) => name !== '');
  return names.some((_, index) => isLink(join(top, ...names.slice(0, index + 1))));
}

function isLink(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true;
}

function throughLink(file: string): ActionError {
  return new ActionError(`The file ${file} was not written: it is reached by a link. Name a file that is none.`);
}
