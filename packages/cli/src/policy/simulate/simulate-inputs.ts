import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type ChangeParts, PolicyEngineError, type SimulatedPart } from '@tollgate/policy-engine';
import { findRootModules, folderTree, hasConfiguration, TerraformError } from '@tollgate/terraform';
import { UsageError } from '../../error.ts';
import type { VariableOption } from '../../evaluation/variable-options.ts';
import { isPlan, openResources } from '../../resources/read-resources.ts';
import type { Terminal } from '../../terminal.ts';
import type { JudgeBoth } from './judge-both.ts';

/** One thing to judge: a plan, or a root module with what it is evaluated with. */
interface Input {
  readonly name: string;
  readonly path: string;
  readonly workspace: string | null;
  readonly variables: readonly VariableOption[];
}

/**
 * Judges saved inputs: plans, root modules, and folders with either. One that cannot be read is told with the reason.
 * @throws UsageError for a path that is not there, or a folder without anything to judge.
 */
export async function simulateInputs(
  paths: readonly string[],
  judge: JudgeBoth,
  terminal: Terminal,
): Promise<readonly ChangeParts[]> {
  const changes: ChangeParts[] = [];
  for (const path of paths) {
    for (const input of await inputsAt(path, terminal)) {
      const part = await partOf(input, judge, terminal);
      changes.push({ kind: 'input', id: input.name, title: null, date: null, pullRequest: null, parts: [part] });
    }
  }
  return changes;
}

async function partOf(input: Input, judge: JudgeBoth, terminal: Terminal): Promise<SimulatedPart> {
  const { name, path, workspace, variables } = input;
  try {
    const read = await openResources(
      { path, variables, base: null, ...(workspace === null ? {} : { workspace }) },
      terminal,
    );
    return judge(name, read(), {});
  } catch (error) {
    if (error instanceof UsageError || error instanceof TerraformError || error instanceof PolicyEngineError)
      return { kind: 'not-judged', name, reason: error.message };
    throw error;
  }
}

async function inputsAt(path: string, { workingFolder }: Terminal): Promise<readonly Input[]> {
  const single: Input = { name: path, path, workspace: null, variables: [] };
  const onDisk = resolve(workingFolder, path);
  if (path === '-' || isPlan(onDisk)) return [single];
  const tree = folderTree(onDisk);
  if (hasConfiguration(tree, '')) return [single];
  const plans = readdirSync(onDisk)
    .filter((name) => name.endsWith('.json') && !/^\.|\.(?:tf|tfvars)\.json$/.test(name) && isPlan(join(onDisk, name)))
    .sort()
    .map((name) => ({ ...single, name: join(path, name), path: join(path, name) }));
  const roots = (await findRootModules(tree)).map((root) => ({
    name: join(path, root.name),
    path: join(path, root.path),
    workspace: root.workspace,
    variables: root.varFiles.map((file) => ({ kind: 'file', file: join(path, file) }) as const),
  }));
  if (plans.length + roots.length > 0) return [...plans, ...roots];
  throw new UsageError(
    `The folder ${path} holds nothing to judge. Give plans as JSON, root modules, or folders with them.`,
  );
}
