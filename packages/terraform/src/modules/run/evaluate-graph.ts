import type { SourceTree } from '../../tree/index.ts';
import type { Check } from '../config/check.ts';
import type { ConfigNode } from '../graph/config-node.ts';
import type { Configuration } from '../load-configuration.ts';
import type { EvaluateOptions } from '../options.ts';
import { conditionPlace, evaluateCondition } from './conditions.ts';
import { NO_NAMES } from './local-names.ts';
import { environments } from './module-environment.ts';
import { ModuleInstance } from './module-instance.ts';
import type { ModuleRun, SharedRun } from './module-run.ts';
import { EvaluationShared } from './shared.ts';
import { validateVariable } from './variable-run.ts';

/** Everything of a configuration, evaluated. */
export interface EvaluatedGraph {
  readonly root: ModuleInstance;
  readonly shared: EvaluationShared;
}

/**
 * evaluateGraph evaluates all declarations of a configuration, each behind what it needs. Values are looked up when they
 * are needed, and the order keeps those lookups from going deep.
 */
export function evaluateGraph(
  tree: SourceTree,
  options: EvaluateOptions,
  configuration: Configuration,
  purpose: SharedRun['purpose'],
): EvaluatedGraph {
  const { graph, modules, variables } = configuration;
  const shared = new EvaluationShared(graph, variables.values, options, purpose);
  const origin = { parent: undefined, key: undefined, callNames: NO_NAMES };
  const root = new ModuleInstance(modules.root, shared, environments(tree, options, purpose), origin);
  const wrong = new Set<number>();
  for (const { node, position, needs } of graph.order) {
    const blocked = needs.some((needed) => wrong.has(needed));
    const broken = shared.whyNot(node.module, node.key) !== undefined;
    const failed = shared.attempt(blocked, () => {
      if (broken) return;
      for (const run of shared.runs.get(node.module) ?? []) evaluateNode(run, node);
    });
    if (failed || blocked || broken) wrong.add(position);
  }
  return { root, shared };
}

function evaluateNode(run: ModuleRun, { declaration }: ConfigNode): void {
  switch (declaration.kind) {
    case 'variable':
      run.variable(declaration.variable.name);
      return;
    case 'validation':
      validateVariable(run, declaration.variable);
      return;
    case 'local':
      run.local(declaration.local.name);
      return;
    case 'output':
      run.output(declaration.output.name);
      return;
    case 'resource':
      run.resource(declaration.resource.key);
      return;
    case 'call':
      run.call(declaration.call.name);
      return;
    case 'provider':
      run.provider(declaration.provider.key);
      return;
    case 'check':
      evaluateCheck(run, declaration.check);
      return;
  }
}

/** Assertions of checks only warn. */
function evaluateCheck(run: ModuleRun, { asserts }: Check): void {
  for (const rule of asserts) {
    const verdict = evaluateCondition(run, rule, NO_NAMES);
    if (run.shared.purpose === 'valid') continue;
    const warn = (summary: string, detail: string) =>
      run.shared.report({ severity: 'warning', summary, detail, at: conditionPlace(rule) });
    if (verdict.kind === 'failed') warn('Check block assertion failed', verdict.message);
    if (verdict.kind === 'unknown') warn('Check block assertion known after apply', UNKNOWN_ASSERTION);
  }
}

const UNKNOWN_ASSERTION =
  'The condition could not be evaluated at this time, a result will be known when this plan is applied.';
