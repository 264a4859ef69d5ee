import { hasConfiguration, type RootModule, readSettings, type SourceTree, TerraformError } from '@tollgate/terraform';
import { atlantisProjects } from './atlantis.ts';
import { infracostProjects } from './infracost.ts';

/** A root module as another tool names it. */
export interface ToolProject {
  readonly name: string | null;
  /** Its folder, from the top of the repository. */
  readonly path: string;
  readonly workspace: string | null;
  /** From the top of the repository. */
  readonly varFiles: readonly string[];
  readonly usageFile: string | null;
}

/** What is read from the configuration of a tool. */
export interface ToolProjects {
  readonly projects: readonly ToolProject[];
  /** What cannot be taken over, in sentences. */
  readonly notices: readonly string[];
}

/** The root modules that another tool names. */
export interface ToolRoots {
  /** `infracost.yml`. */
  readonly file: string;
  readonly projects: readonly ToolProject[];
}

/** A tool that root modules are named for: the content of its file to projects. */
type ReadProjects = (content: unknown, tree: SourceTree) => ToolProjects;

/** The one that says most of a root module comes first. */
const readers: readonly (readonly [file: string, read: ReadProjects])[] = [
  ['infracost.yml', infracostProjects],
  ['atlantis.yaml', atlantisProjects],
];

/**
 * The root modules of the first of the other tools that names any, null for none, and what cannot be taken over, in sentences. `found`
 * are the root modules that are found without a tool.
 */
export function toolRoots(
  tree: SourceTree,
  found: readonly RootModule[],
): { readonly named: ToolRoots | null; readonly notices: readonly string[] } {
  const notices: string[] = [];
  for (const [file, read] of readers) {
    const bytes = tree.readFile(file);
    if (bytes === undefined) continue;
    const content = contentOf(file, Buffer.from(bytes).toString('utf8'));
    if (!content.ok) {
      notices.push(content.notice);
      continue;
    }
    const given = read(content.value, tree);
    const there = given.projects.map((project) => ({ project, projects: projectsThere(project, tree, found) }));
    notices.push(
      ...given.notices,
      ...there
        .filter(({ projects }) => projects.length === 0)
        .map(
          ({ project }) =>
            `${file} names ${project.path || '.'}, where there is no Terraform configuration: it is left out.`,
        ),
    );
    const projects = there.flatMap((each) => each.projects);
    if (projects.length > 0) return { named: { file, projects }, notices };
  }
  return { named: null, notices };
}

/** The project itself, or the root modules below a folder that has no configuration. */
function projectsThere(project: ToolProject, tree: SourceTree, found: readonly RootModule[]): readonly ToolProject[] {
  if (hasConfiguration(tree, project.path)) return [project];
  const start = project.path === '' ? '' : `${project.path}/`;
  return found
    .filter(({ path }) => path.startsWith(start))
    .map(({ path, workspace, varFiles }) => ({ ...project, name: null, path, workspace, varFiles }));
}

type Content = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly notice: string };

function contentOf(file: string, text: string): Content {
  try {
    return { ok: true, value: readSettings(file, text).content };
  } catch (error) {
    if (!(error instanceof TerraformError)) throw error;
    return { ok: false, notice: `${file} is no YAML, so that nothing is taken over from it.` };
  }
}
