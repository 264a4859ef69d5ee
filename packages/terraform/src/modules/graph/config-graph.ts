import { isMissing, type ModuleNode, type ModuleTree } from '../module-tree.ts';
import { findProvider, providerOf } from '../provider-inheritance.ts';
import { type ConfigNode, nodesOf } from './config-node.ts';
import { isReferenceProblem, parseReference, type Reference } from './reference.ts';

/** What needs what in a configuration, before `count` and `for_each` are known. */
export interface ConfigGraph {
  readonly nodes: readonly ConfigNode[];
  /** For each node the positions of those that it needs. */
  readonly needs: readonly (readonly number[])[];
}

/** buildGraph finds out what each declaration of a configuration needs. */
export function buildGraph({ modules }: ModuleTree): ConfigGraph {
  const nodes: ConfigNode[] = [];
  const positions = new Map<ModuleNode, Map<string, number>>();
  for (const module of modules) {
    const keys = new Map<string, number>();
    for (const node of nodesOf(module)) keys.set(node.key, nodes.push(node) - 1);
    positions.set(module, keys);
  }
  const needs = nodes.map((node, self) => {
    const found = new Set<number>();
    for (const [module, key] of needsOf(node)) {
      const position = positions.get(module)?.get(key);
      if (position !== undefined && position !== self) found.add(position);
    }
    return [...found];
  });
  return { nodes, needs };
}

type Need = readonly [module: ModuleNode, key: string];

function needsOf(node: ConfigNode): Need[] {
  const { module, declaration } = node;
  const needs: Need[] = [];
  for (const unit of node.units) {
    for (const { value, iterators } of unit.expressions) {
      for (const traversal of value.references) {
        if (iterators.has(traversal.root)) continue;
        const reference = parseReference(traversal);
        if (!isReferenceProblem(reference)) needs.push(...needsOfReference(unit.module, reference, false));
      }
    }
  }
  for (const { traversal } of node.dependsOn) {
    const reference = parseReference(traversal);
    if (!isReferenceProblem(reference)) needs.push(...needsOfReference(module, reference, true));
  }
  if (module.parent !== undefined && module.call !== undefined) {
    needs.push([module.parent, `module.${module.call.name}`]);
  }
  if (declaration.kind === 'validation') needs.push([module, `var.${declaration.variable.name}`]);
  if (declaration.kind === 'resource') {
    const found = findProvider(module, providerOf(declaration.resource));
    if (found !== undefined) needs.push([found.module, `provider.${found.provider.key}`]);
  }
  return needs;
}

/** `whole`: all that a module does has to be done first, as `depends_on` asks for. */
function needsOfReference(module: ModuleNode, reference: Reference, whole: boolean): Need[] {
  switch (reference.kind) {
    case 'variable':
      return [
        [module, `var.${reference.name}`],
        [module, `validation.${reference.name}`],
      ];
    case 'local':
      return [[module, `local.${reference.name}`]];
    case 'resource':
      return [[module, reference.key]];
    case 'module': {
      const call: Need = [module, `module.${reference.name}`];
      const child = module.children.get(reference.name);
      if (child === undefined || isMissing(child)) return [call];
      const { outputs, resources } = child.config;
      if (!whole && reference.output !== undefined && outputs.has(reference.output)) {
        return [call, [child, `output.${reference.output}`]];
      }
      const all = [...outputs.keys()].map((name): Need => [child, `output.${name}`]);
      return whole ? [call, ...all, ...[...resources.keys()].map((key): Need => [child, key])] : [call, ...all];
    }
    default:
      return [];
  }
}
