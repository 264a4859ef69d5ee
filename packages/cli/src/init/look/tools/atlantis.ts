import { posix } from 'node:path';
import { type SourceTree, treePath } from '@tollgate/terraform';
import { listField, textField } from './fields.ts';
import type { ToolProjects } from './tool-roots.ts';

/**
 * Reads the projects of `atlantis.yaml`. Atlantis gives Terraform the file `env/WORKSPACE.tfvars` of the project when it is there;
 * see https://www.runatlantis.io/docs/repo-level-atlantis-yaml.html.
 */
export function atlantisProjects(content: unknown, tree: SourceTree): ToolProjects {
  const notices: string[] = [];
  const projects = listField(content, 'projects').flatMap((project) => {
    const written = textField(project, 'dir');
    const path = written === undefined ? undefined : treePath(written);
    if (path === undefined) {
      notices.push(
        `atlantis.yaml names ${written ?? 'a project without a dir'}, which is not in this repository: it is left out.`,
      );
      return [];
    }
    const workspace = textField(project, 'workspace') ?? 'default';
    const variables = posix.join(path, 'env', `${workspace}.tfvars`);
    return [
      {
        name: textField(project, 'name') ?? null,
        path,
        workspace: workspace === 'default' ? null : workspace,
        varFiles: tree.readFile(variables) === undefined ? [] : [variables],
        usageFile: null,
      },
    ];
  });
  return { projects, notices };
}
