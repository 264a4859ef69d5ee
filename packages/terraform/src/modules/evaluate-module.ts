import type { SourceTree } from '../tree/index.ts';
import { type Configuration, loadConfiguration } from './load-configuration.ts';
import type { Message } from './message.ts';
import { type EvaluateOptions, withOpenTofu } from './options.ts';
import { buildEvaluation } from './result/build-evaluation.ts';
import type { Evaluation } from './result/evaluation.ts';
import { type EvaluatedGraph, evaluateGraph } from './run/evaluate-graph.ts';

/**
 * evaluateModule evaluates the Terraform configuration in a folder of a source tree, as `terraform plan` would see it
 * without state and providers. It never throws for what a configuration says: mistakes are diagnostics, and what is around
 * them is evaluated nevertheless.
 *
 * @example
 * const { resources, diagnostics } = evaluateModule(folderTree('.'), { folder: 'infra' });
 * @throws TerraformError when there is no such folder, when a file is larger than is read, or the result than can be written.
 */
export function evaluateModule(tree: SourceTree, given: EvaluateOptions = {}): Evaluation {
  const options = withOpenTofu(tree, given);
  const configuration = loadConfiguration(tree, options);
  const planned = evaluateGraph(tree, options, configuration, 'planned');
  return buildEvaluation(configuration, planned, messagesOf(tree, options, configuration, planned));
}

/**
 * The messages of the first step in which something is wrong: what is found later may only follow from it. The steps are
 * those of Terraform: reading, variables, what is wrong whatever their values, and what is wrong with these values.
 */
function messagesOf(
  tree: SourceTree,
  options: EvaluateOptions,
  configuration: Configuration,
  { shared }: EvaluatedGraph,
): readonly Message[] {
  const { messages, variables, graph } = configuration;
  const last = [...variables.unsuitable, ...shared.messages];
  const shown = [...messages];
  if (hasErrors(messages)) return shown;
  shown.push(...variables.messages);
  if (hasErrors(variables.messages)) return shown;
  shown.push(...graph.messages);
  if (!hasErrors(graph.messages) && !hasErrors(last)) return [...shown, ...last];
  const valid = evaluateGraph(tree, options, configuration, 'valid').shared.messages;
  return hasErrors(graph.messages) || hasErrors(valid) ? [...shown, ...valid] : [...shown, ...last];
}

function hasErrors(messages: readonly Message[]): boolean {
  return messages.some(({ severity }) => severity === 'error');
}
