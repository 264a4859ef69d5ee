import type { LockDocument } from '../documents/lock.ts';
import type { Located } from '../documents/places.ts';
import { quote } from '../documents/quote.ts';
import type { Problem } from '../problem.ts';
import { compareText } from '../text-order.ts';
import type { ResolvedPack } from './resolve-policy-paths.ts';

/** How the packs in use compare with the locked ones. */
export interface LockCheck {
  /** What differs from the lock. Nothing is judged with it. */
  readonly problems: readonly Problem[];
  /** Sentences about packs that the lock does not name. */
  readonly notices: readonly string[];
}

const renew = 'renew the lock with "tollgate policy lock"';

/** Compares the packs in use with a lock file. */
export function checkLock({ document, places }: Located<LockDocument>, packs: readonly ResolvedPack[]): LockCheck {
  const inUse = new Map(packs.map((pack) => [keyOf(pack), pack]));
  const locked = new Set(document.packs.map(keyOf));
  const problems = document.packs.flatMap((entry, index): Problem[] => {
    const pack = inUse.get(keyOf(entry));
    const problemAt = (key: string, message: string) => ({
      file: places.file,
      ...places.at(['packs', index, key]),
      message,
    });
    if (pack === undefined) {
      const message = `The pack ${quote(entry.name)} is locked and not in use. Use it, or ${renew}.`;
      return [problemAt('name', message)];
    }
    if (pack.digest === entry.digest) return [];
    const message = `The pack ${quote(entry.name)} is not the one that was locked: its digest is ${pack.digest}${origin(pack)}, and the lock says ${entry.digest}${origin(entry)}. Take the locked one, or, when the change is wanted, ${renew}.`;
    return [problemAt('digest', message)];
  });
  const notices = packs
    .filter((pack) => !locked.has(keyOf(pack)))
    .map(({ name }) => `The pack ${quote(name)} is not locked; ${renew}.`);
  return { problems, notices };
}

/** A folder may have the name of a ready pack. */
function keyOf({ source, name }: { source: string; name: string }): string {
  return `${source} ${name}`;
}

/** What a person knows a digest by: the version and the commit. */
function origin({ version, commit }: { version?: string | null; commit?: string | null }): string {
  const known = [version == null ? [] : `version ${version}`, commit == null ? [] : `commit ${commit}`].flat();
  return known.length === 0 ? '' : ` (${known.join(', ')})`;
}

/** The text of a lock file: the same packs give the same bytes. */
export function lockFile(packs: readonly ResolvedPack[]): string {
  const entries = packs
    .toSorted((a, b) => compareText(a.name, b.name) || compareText(a.source, b.source))
    .map(({ name, source, version, commit, digest }) =>
      [
        `  - name: ${JSON.stringify(name)}`,
        `    source: ${source}`,
        ...(version === null ? [] : [`    version: ${version}`]),
        ...(commit === null ? [] : [`    commit: "${commit}"`]),
        `    digest: ${digest}`,
        '',
      ].join('\n'),
    );
  const list = entries.length === 0 ? 'packs: []\n' : `packs:\n${entries.join('')}`;
  return `# Written by "tollgate policy lock".\napiVersion: tollgate/v1\nkind: Lock\n${list}`;
}
