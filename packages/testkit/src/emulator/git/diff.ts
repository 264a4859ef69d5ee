import { git, gitBytes } from './run-git.ts';

/** A file that differs between two commits. */
export interface ChangedFile {
  readonly path: string;
  readonly previousPath: string | undefined;
  readonly status: 'added' | 'removed' | 'modified' | 'renamed' | 'changed';
  /** The blob after the change, or before it when the file is removed. */
  readonly sha: string;
  readonly additions: number;
  readonly deletions: number;
  /** From the first hunk header on; a binary file and a file with only a new name have none. */
  readonly patch: string | undefined;
}

const OPTIONS = ['--no-color', '--no-ext-diff', '--no-textconv', '--find-renames'];

/** changedFiles compares two trees or commits, sorted by path. */
export async function changedFiles(dir: string, base: string, head: string): Promise<ChangedFile[]> {
  const [raw, counts, patches] = await Promise.all([
    git(dir, ['diff', ...OPTIONS, '--raw', '--no-abbrev', '-z', base, head, '--']),
    git(dir, ['diff', ...OPTIONS, '--numstat', '-z', base, head, '--']),
    diffText(dir, base, head),
  ]);
  const numbers = parseCounts(counts);
  const hunks = splitPatches(patches);
  return parseRaw(raw).map((file, index) => ({
    ...file,
    additions: numbers[index]?.additions ?? 0,
    deletions: numbers[index]?.deletions ?? 0,
    patch: hunks[index],
  }));
}

/** diffText gives the unified diff of two trees or commits. */
export async function diffText(dir: string, base: string, head: string): Promise<string> {
  return (await gitBytes(dir, ['diff', ...OPTIONS, '--full-index', base, head, '--'])).toString();
}

/** patchText gives the commits of a range as mails (`git format-patch`). */
export async function patchText(dir: string, base: string, head: string): Promise<string> {
  return (await gitBytes(dir, ['format-patch', '--stdout', `${base}..${head}`, '--'])).toString();
}

const STATUS: Readonly<Record<string, ChangedFile['status']>> = {
  A: 'added',
  C: 'added',
  D: 'removed',
  M: 'modified',
  R: 'renamed',
  T: 'changed',
};

function parseRaw(raw: string): Omit<ChangedFile, 'additions' | 'deletions' | 'patch'>[] {
  const fields = raw.split('\0').values();
  const files: Omit<ChangedFile, 'additions' | 'deletions' | 'patch'>[] = [];
  for (let header = fields.next().value; header !== undefined && header !== ''; header = fields.next().value) {
    const [, , before = '', after = '', letter = 'M'] = header.split(' ');
    const first = fields.next().value ?? '';
    const second = /^[RC]/.test(letter) ? fields.next().value : undefined;
    const status = STATUS[letter.charAt(0)] ?? 'modified';
    files.push({
      path: second ?? first,
      previousPath: status === 'renamed' ? first : undefined,
      status,
      sha: status === 'removed' ? before : after,
    });
  }
  return files;
}

function parseCounts(counts: string): { additions: number; deletions: number }[] {
  const fields = counts.split('\0').values();
  const numbers: { additions: number; deletions: number }[] = [];
  for (let field = fields.next().value; field !== undefined && field !== ''; field = fields.next().value) {
    const [additions, deletions, path] = field.split('\t');
    // A renamed file has an empty path here and its two names in the next fields.
    if (path === '') {
      fields.next();
      fields.next();
    }
    numbers.push({ additions: Number(additions) || 0, deletions: Number(deletions) || 0 });
  }
  return numbers;
}

/** The hunks of each file of a unified diff, in the order of the files. */
function splitPatches(diff: string): (string | undefined)[] {
  return diff
    .split(/^(?=diff --git )/m)
    .filter((part) => part.startsWith('diff --git '))
    .map((part) => {
      const start = /^@@ /m.exec(part)?.index;
      return start === undefined ? undefined : part.slice(start).replace(/\n$/, '');
    });
}
