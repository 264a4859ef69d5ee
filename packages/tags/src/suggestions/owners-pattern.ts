import { compilePathPatterns } from '@tollgate/policy-engine';

/**
 * Reads a pattern of a CODEOWNERS file, as a matcher of paths from the root of the repository; null for one that GitHub does not
 * take: with `!`, with a range in brackets, or with an escaped character other than a space.
 *
 * The rules are those of .gitignore: a slash in front or in the middle binds the pattern to the root, otherwise it may match in
 * any folder; a slash at the end means everything below, and a folder stands for everything below it too. They differ in one
 * thing: `docs/*` is what is in the folder, and not what is in the folders in it.
 */
export function ownersPattern(written: string): ((path: string) => boolean) | null {
  if (/^!|[[\]]|\\(?! )/.test(written)) return null;
  const text = written.replaceAll('\\ ', ' ');
  const names = text.replace(/^\//, '').replace(/\/$/, '').split('/');
  if (text === '/') return () => true;
  if (names.includes('')) return null;
  const isBound = text.startsWith('/') || names.length > 1;
  // A dot in front, so that nothing in a name is taken for a sign of the pattern as a whole.
  const path = `./${isBound ? '' : '**/'}${names.join('/')}`;
  if (text.endsWith('/')) return compilePathPatterns([`${path}/**`]);
  const last = names.at(-1);
  return compilePathPatterns(last === '*' || last === '**' ? [path] : [path, `${path}/**`]);
}
