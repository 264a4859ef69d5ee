import { git, tryGit } from './run-git.ts';

/** A ref of a repository. */
export interface Ref {
  /** Full name, for example `refs/heads/main`. */
  readonly name: string;
  /** The object it names: a commit, or the tag object of an annotated tag. */
  readonly sha: string;
  readonly type: 'commit' | 'tag' | 'tree' | 'blob';
  /** The commit in the end, behind an annotated tag. */
  readonly commit: string;
}

const FORMAT = '%(refname) %(objectname) %(objecttype) %(*objectname)';

/** listRefs gives the refs under the prefixes, by name. A prefix ends at a slash or at the end of a name. */
export async function listRefs(dir: string, ...prefixes: readonly string[]): Promise<Ref[]> {
  const output = await git(dir, ['for-each-ref', `--format=${FORMAT}`, ...prefixes]);
  return output.split('\n').flatMap((line) => {
    const [name, sha, type, peeled] = line.split(' ');
    if (name === undefined || sha === undefined) return [];
    if (type !== 'commit' && type !== 'tag' && type !== 'tree' && type !== 'blob') return [];
    return [{ name, sha, type, commit: peeled || sha }];
  });
}

/** readRef gives the ref of that full name, or undefined. */
export async function readRef(dir: string, name: string): Promise<Ref | undefined> {
  if (!isRefName(name)) return undefined;
  const refs = await listRefs(dir, name);
  return refs.find((ref) => ref.name === name);
}

/** writeRef makes or moves a ref. */
export async function writeRef(dir: string, name: string, sha: string): Promise<void> {
  await git(dir, ['update-ref', name, sha]);
}

/** updateRefs writes and, where the value is undefined, removes refs, all in one step. */
export async function updateRefs(dir: string, refs: Readonly<Record<string, string | undefined>>): Promise<void> {
  const lines = Object.entries(refs).map(([name, sha]) =>
    sha === undefined ? `delete ${name}\n` : `update ${name} ${sha}\n`,
  );
  await git(dir, ['update-ref', '--stdin'], { input: lines.join('') });
}

/** deleteRef removes a ref; a ref that is not there is no error. */
export async function deleteRef(dir: string, name: string): Promise<void> {
  await git(dir, ['update-ref', '-d', name]);
}

/** Whether git accepts the name of a ref (git check-ref-format, without starting git). */
export function isRefName(name: string): boolean {
  const malformed = /[\s~^:?*[\\\p{Cc}]|\.\.|@\{|\/\/|\/$|^\/|\.$|^-|\/-|(^|\/)\.|\.lock(\/|$)/u;
  return name !== '' && name !== '@' && !malformed.test(name);
}

const FULL_SHA = /^[0-9a-f]{40}$/;
const SHORT_SHA = /^[0-9a-f]{4,40}$/;

/**
 * resolveCommit gives the commit that a client names as GitHub understands it: a branch, a tag, a ref with or
 * without `refs/`, `HEAD`, or a full or shortened SHA. Anything else of git's language (`main~1`) names nothing.
 */
export async function resolveCommit(dir: string, name: string): Promise<string | undefined> {
  if (FULL_SHA.test(name) && (await typeOf(dir, name)) === 'commit') return name;
  if (name === 'HEAD') return verify(dir, 'HEAD');
  if (!isRefName(name)) return undefined;
  const candidates = [`refs/heads/${name}`, `refs/tags/${name}`, name, `refs/${name}`].filter((candidate) =>
    candidate.startsWith('refs/'),
  );
  const refs = await listRefs(dir, ...candidates);
  for (const candidate of candidates) {
    const ref = refs.find((found) => found.name === candidate);
    if (ref !== undefined) return ref.commit;
  }
  return SHORT_SHA.test(name) ? verify(dir, name) : undefined;
}

async function verify(dir: string, revision: string): Promise<string | undefined> {
  const { exitCode, stdout } = await tryGit(dir, ['rev-parse', '--verify', '--quiet', `${revision}^{commit}`]);
  return exitCode === 0 ? stdout.toString().trim() : undefined;
}

/** typeOf gives the type of an object (commit, tree, blob, tag), or undefined when the repository lacks it. */
export async function typeOf(dir: string, sha: string): Promise<string | undefined> {
  if (!FULL_SHA.test(sha)) return undefined;
  const { exitCode, stdout } = await tryGit(dir, ['cat-file', '-t', sha]);
  return exitCode === 0 ? stdout.toString().trim() : undefined;
}
