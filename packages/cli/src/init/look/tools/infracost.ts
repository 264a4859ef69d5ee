import { posix } from 'node:path';
import { type SourceTree, treePath } from '@tollgate/terraform';
import { field, listField, textField } from './fields.ts';
import type { ToolProjects } from './tool-roots.ts';

/**
 * Reads the projects of `infracost.yml`. Files of variables are named from the folder of the project, usage files from the top of
 * the repository; see https://www.infracost.io/docs/features/config_file.
 */
export function infracostProjects(content: unknown, tree: SourceTree): ToolProjects {
  const notices: string[] = [];
  const projects = listField(content, 'projects').flatMap((project) => {
    const written = textField(project, 'path');
    const path = written === undefined ? undefined : treePath(written);
    if (path === undefined) {
      notices.push(
        `infracost.yml names ${written ?? 'a project without a path'}, which is not in this repository: it is left out.`,
      );
      return [];
    }
    const values = field(project, 'terraform_vars');
    const variables = typeof values === 'object' && values !== null ? Object.keys(values) : [];
    if (variables.length > 0) {
      notices.push(
        `infracost.yml gives ${path || '.'} values of ${variables.join(', ')}, which tollgate.yml cannot: write them to a file of variables, and name it in varFiles.`,
      );
    }
    const there = (file: string) => {
      const isThere = tree.readFile(file) !== undefined;
      if (!isThere) notices.push(`infracost.yml names the file ${file}, which is not there: it is left out.`);
      return isThere;
    };
    const varFiles = listField(project, 'terraform_var_files')
      .filter((file) => typeof file === 'string')
      .map((file) => posix.join(path, file));
    const usageFile = textField(project, 'usage_file');
    return [
      {
        name: textField(project, 'name') ?? null,
        path,
        workspace: textField(project, 'terraform_workspace') ?? null,
        varFiles: varFiles.filter(there),
        usageFile: usageFile !== undefined && there(posix.normalize(usageFile)) ? posix.normalize(usageFile) : null,
      },
    ];
  });
  return { projects, notices };
}
