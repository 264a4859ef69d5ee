import type { NamedFiles } from '@tollgate/resources';
import type { SourceTree } from '@tollgate/terraform';
import type { JudgedResources } from './check-resources.ts';
import { findCodeOwners } from './suggestions/code-owners.ts';

/** Who owns the files of a repository, by the names that people call them; nothing when its CODEOWNERS tells nothing. */
export function ownersOfFiles(
  repository: SourceTree,
  { pathOf }: Pick<NamedFiles, 'pathOf'>,
): Pick<JudgedResources, 'ownersOf'> {
  const ownersOf = findCodeOwners((path) => repository.readFile(path));
  return ownersOf === null ? {} : { ownersOf: (name) => ownersOf(pathOf(name)) };
}
