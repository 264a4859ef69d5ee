import { TerraformError } from '../error.ts';
import type { SourceTree } from '../tree/index.ts';
import { checkVersions } from './check-versions.ts';
import { buildGraph } from './graph/config-graph.ts';
import { type ValidGraph, validate } from './graph/validate.ts';
import { type GivenVariables, rootVariables } from './input/root-variables.ts';
import type { Message } from './message.ts';
import { loadModules, type ModuleTree } from './module-tree.ts';
import type { EvaluateOptions } from './options.ts';

/** A configuration that has been read and checked, with the values of its variables. */
export interface Configuration {
  readonly modules: ModuleTree;
  readonly graph: ValidGraph;
  readonly variables: GivenVariables;
  /** What was found wrong while reading. */
  readonly messages: readonly Message[];
}

/** loadConfiguration reads a configuration. Throws TerraformError when there is no such folder. */
export function loadConfiguration(tree: SourceTree, options: EvaluateOptions): Configuration {
  const { folder = '', strict = false, openTofu = false } = options;
  const modules = loadModules(tree, folder, openTofu);
  if (modules === undefined) {
    const shown = folder === '' ? '.' : folder;
    throw new TerraformError(shown, `There is no folder ${shown}. Give the folder of a Terraform configuration.`);
  }
  const { config } = modules.root;
  return {
    modules,
    graph: validate(buildGraph(modules), modules),
    variables: rootVariables({ tree, config, inputs: options.variables ?? {}, required: strict }),
    messages: [...modules.messages, ...checkVersions(modules, strict)],
  };
}
