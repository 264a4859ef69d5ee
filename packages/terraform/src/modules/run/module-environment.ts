import { findFunctionIn, readVariables, type Scope, templateRenderer } from '../../expressions/index.ts';
import {
  Budget,
  type FileReader,
  type FunctionContext,
  type FunctionRegistry,
  functionRegistry,
  terraformProviderFunctions,
} from '../../functions/index.ts';
import type { SourceTree } from '../../tree/index.ts';
import { EPHEMERAL, FALSE, STRING, stringValue, unknownValue, type Value, withMarks } from '../../values/index.ts';
import { relativeFolder } from '../module-path.ts';
import type { ModuleNode } from '../module-tree.ts';
import type { EvaluateOptions } from '../options.ts';
import { providerSource } from '../provider-inheritance.ts';
import { functionsBelow } from './file-functions.ts';
import type { SharedRun } from './module-run.ts';

/** What the expressions of a module have from the world: functions, `path` and `terraform`. */
export interface ModuleEnvironment extends Pick<Scope, 'findFunction' | 'context'> {
  path(name: string): Value;
  terraform(name: string): Value;
}

/** A plan does not apply anything. The value differs in the apply, which is why it must not be stored. */
const NOT_APPLYING = withMarks(FALSE, EPHEMERAL);

/**
 * What all expressions of a configuration may use up together: some seconds of work. One of a block is evaluated for each of
 * its instances, so that a limit for each evaluation would not be enough.
 */
const BUDGET = { iterations: 2_000_000, text: 1024 ** 3 };

/** environments gives the environment of each module of a configuration. */
export function environments(
  tree: SourceTree,
  options: EvaluateOptions,
  purpose: SharedRun['purpose'],
): (module: ModuleNode) => ModuleEnvironment {
  const folder = options.folder ?? '';
  const registry = functionRegistry({ openTofu: options.openTofu ?? false, console: purpose === 'console' });
  const functions = functionsBelow(registry, folder, options.workingDirectory);
  const context: FunctionContext = {
    files: fileReader(tree),
    budget: new Budget(BUDGET),
    readVariables,
    ...(options.workingDirectory === undefined ? {} : { workingDirectory: options.workingDirectory }),
    ...(options.homeDirectory === undefined ? {} : { homeDirectory: options.homeDirectory }),
    ...(options.planTime === undefined ? {} : { planTime: options.planTime }),
    ...(options.volatile === undefined || purpose !== 'console' ? {} : { volatile: options.volatile }),
  };
  const made = new Map<ModuleNode, ModuleEnvironment>();
  return (module) => {
    const known = made.get(module);
    if (known !== undefined) return known;
    const providers = providerFunctions(module);
    const findFunction: Scope['findFunction'] = (name) => findFunctionIn({ functions, providers }, name);
    const cwd = options.workingDirectory;
    const paths: Readonly<Record<string, Value>> = {
      module: stringValue(relativeFolder(folder, module.config.folder)),
      root: stringValue('.'),
      cwd: cwd === undefined ? unknownValue(STRING, ['the folder in which Terraform runs']) : stringValue(cwd),
    };
    const environment: ModuleEnvironment = {
      findFunction,
      context: { ...context, renderTemplate: templateRenderer(findFunction) },
      path: (name) => paths[name] ?? unknownValue(STRING),
      terraform: (name) => (name === 'workspace' ? stringValue(options.workspace ?? 'default') : NOT_APPLYING),
    };
    made.set(module, environment);
    return environment;
  };
}

function fileReader(tree: SourceTree): FileReader {
  return {
    readFile: (path) => tree.readFile(path),
    listDirectory: (path) =>
      tree.listFolder(path)?.map(({ name, kind }) => ({ name, kind: kind === 'folder' ? 'directory' : 'file' })),
  };
}

function providerFunctions(module: ModuleNode): ReadonlyMap<string, FunctionRegistry | undefined> {
  return new Map(
    module.config.requiredProviders.keys().map((name) => {
      const builtIn = providerSource(module, name) === 'terraform.io/builtin/terraform';
      return [name, builtIn ? terraformProviderFunctions() : undefined];
    }),
  );
}
