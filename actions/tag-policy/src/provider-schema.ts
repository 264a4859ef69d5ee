import { ActionError } from '@tollgate/action-kit';
import { givenFile } from '@tollgate/resources';
import { type JudgedResources, readProviderSchema } from '@tollgate/tags';

/**
 * Reads which types carry tags by the schemas of the providers, when they are given.
 * @throws ActionError when there is no such file, TagsError for what is no such file.
 */
export function providerSchema(file: string, workingFolder: string): Pick<JudgedResources, 'taggability'> {
  if (file === '') return {};
  const text = givenFile(file, workingFolder);
  if (text === undefined) {
    throw new ActionError(
      `Input "provider-schema" names ${file}, and there is no such file in the workspace. Write it in a step before: terraform providers schema -json > ${file}`,
    );
  }
  return { taggability: readProviderSchema(text, { file }) };
}
