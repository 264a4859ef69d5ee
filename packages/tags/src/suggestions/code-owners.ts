import { ownersPattern } from './owners-pattern.ts';

/** Gives the owners of a file, by its path from the root of the repository; none when nobody owns it. */
export type OwnersOf = (path: string) => readonly string[];

/** Where GitHub looks for the file, in this order; the first one counts. */
const places = ['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS'];

/** GitHub does not load a larger file. */
const maxBytes = 3 * 1024 * 1024;

/** The owners of the files of a repository as its CODEOWNERS file has them; null when there is no such file. */
export function findCodeOwners(readFile: (path: string) => Uint8Array | undefined): OwnersOf | null {
  for (const place of places) {
    const bytes = readFile(place);
    if (bytes !== undefined) return bytes.length > maxBytes ? null : codeOwners(new TextDecoder().decode(bytes));
  }
  return null;
}

/**
 * Reads a CODEOWNERS file. The last pattern that matches counts, also one without owners. Lines that GitHub finds wrong are left
 * out, as GitHub does.
 * Source: https://docs.github.com/repositories/managing-your-repositorys-settings-and-features/customizing-your-repository/about-code-owners, 2026-11-20.
 */
export function codeOwners(text: string): OwnersOf {
  const rules = text.split(/\r?\n/).flatMap(readLine).reverse();
  const known = new Map<string, readonly string[]>();
  return (path) => {
    const owners = known.get(path) ?? rules.find(({ matches }) => matches(path))?.owners ?? [];
    known.set(path, owners);
    return owners;
  };
}

interface OwnersRule {
  readonly matches: (path: string) => boolean;
  readonly owners: readonly string[];
}

function readLine(line: string): OwnersRule[] {
  // A number sign begins a comment where it begins a word; a space in a pattern has a backslash before it.
  const words = line.trim().match(/(?:\\.|[^\s\\])+/g) ?? [];
  const end = words.findIndex((word) => word.startsWith('#'));
  const [written, ...owners] = end === -1 ? words : words.slice(0, end);
  if (written === undefined || !owners.every(isOwner)) return [];
  const matches = ownersPattern(written);
  return matches === null ? [] : [{ matches, owners }];
}

/** `@user`, `@organization/team` or an e-mail address. */
function isOwner(word: string): boolean {
  return /^@[\w.-]+(?:\/[\w.-]+)?$/.test(word) || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(word);
}
