import { TerraformError } from '../error.ts';
import type { Git } from './git.ts';

/** No system in use has longer names of branches, in UTF-16 units. */
const maxRefLength = 1000;

/**
 * The hash of the commit that a name stands for: a branch, a tag, a hash, `HEAD~1`.
 * @throws TerraformError when the clone has no such commit, with how to fetch it.
 */
export function findCommit(git: Git, ref: string): string {
  // A name with a hyphen in front would be an option of git.
  if (ref === '' || ref.length > maxRefLength || ref.startsWith('-') || /\p{Cc}/u.test(ref)) {
    throw new TerraformError(
      ref,
      `"${ref.slice(0, 100)}" is no name of a commit. Give a branch, a tag or a hash, such as main or v1.2.0.`,
    );
  }
  const commit = commitOf(git, ref);
  if (commit !== undefined) return commit;
  throw new TerraformError(ref, `This clone has no commit ${ref}. ${wayOut(git, ref)}`);
}

function commitOf(git: Git, ref: string): string | undefined {
  return answer(git, ['--verify', '--quiet', `${ref}^{commit}`])?.match(/^[0-9a-f]{40,64}$/)?.[0];
}

function wayOut(git: Git, ref: string): string {
  if (answer(git, ['--git-dir']) === undefined)
    return 'Git cannot read the repository: run "git status" in it to see why.';
  if (commitOf(git, `refs/remotes/origin/${ref}`) !== undefined) return `It has origin/${ref}: give that.`;
  const isShallow = answer(git, ['--is-shallow-repository']) === 'true';
  const depth = isShallow ? ' --depth=1' : '';
  if (/^[0-9a-f]{40,64}$/.test(ref)) return `Fetch it with: git fetch${depth} origin ${ref}`;
  const branch = ref.replace(/^(?:refs\/remotes\/)?origin\//, '');
  if (/^\w[\w./-]*$/.test(branch) && branch !== 'HEAD') {
    const remote = `origin/${branch}`;
    const then = ref === remote ? '' : `, and give ${remote}`;
    return `Fetch it with: git fetch${depth} origin ${branch}:refs/remotes/${remote}${then}`;
  }
  return isShallow
    ? 'The clone is shallow: fetch its history with "git fetch --unshallow", in a workflow with "fetch-depth: 0" of actions/checkout.'
    : 'Fetch it with "git fetch origin", or look at the name with "git log".';
}

function answer(git: Git, question: readonly string[]): string | undefined {
  return git
    .run(['rev-parse', ...question])
    ?.toString('latin1')
    .trim();
}
