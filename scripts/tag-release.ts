// Makes the release commit: the bundles on top of main's commit, its tag, and the major tag that users follow.
// Usage: node scripts/tag-release.ts VERSION
import { execFileSync } from 'node:child_process';

const [version = '', root = process.cwd()] = process.argv.slice(2);
const bundles = ['packages/cli/dist', 'actions/*/dist/*'];

if (!/^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)$/.test(version))
  fail(`"${version}" is no version. Give one such as 1.4.0.`);
const tag = `v${version}`;
const majorTag = `v${version.split('.')[0]}`;
if (git('tag', '--list', tag) !== '') fail(`The tag ${tag} is there already. Give the next version.`);
if (git('status', '--porcelain') !== '')
  fail('There are changes that are not committed. Release from a clean checkout.');

// Bundles are ignored on main and committed here only, so that main's history stays small.
git('add', '--force', '--', ...bundles);
if (git('diff', '--cached', '--name-only') === '') fail('There are no bundles to release. Run "npm run build" first.');
git('commit', '--quiet', '--message', `Release ${version}`);
git('tag', '--annotate', tag, '--message', `Tollgate ${version}`);
git('tag', '--force', '--annotate', majorTag, '--message', `Tollgate ${version}`);
console.log(`Tagged ${git('rev-parse', '--short', 'HEAD')} as ${tag} and ${majorTag}.`);

function git(...args: string[]): string {
  return execFileSync('git', args, { cwd: root, encoding: 'utf8' }).trim();
}

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}
