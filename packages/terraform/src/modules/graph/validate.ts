import { errorMessage, type Message } from '../message.ts';
import type { ModuleNode, ModuleTree } from '../module-tree.ts';
import { checkArguments } from './check-arguments.ts';
import { checkCall } from './check-call.ts';
import { checkDependsOn } from './check-depends-on.ts';
import { checkProvider } from './check-provider.ts';
import { checkRefactorings } from './check-refactorings.ts';
import { checkNode } from './check-references.ts';
import type { ConfigGraph } from './config-graph.ts';
import type { ConfigNode } from './config-node.ts';
import { orderGraph } from './order.ts';

/** A declaration, and the positions of those that it needs; its own position tells others of it. */
export interface OrderedNode {
  readonly node: ConfigNode;
  readonly position: number;
  readonly needs: readonly number[];
}

/** A configuration that has been checked as far as that is possible without evaluating it. */
export interface ValidGraph {
  /** The declarations, each behind all that it needs. */
  readonly order: readonly OrderedNode[];
  /** Why declarations cannot be evaluated, by module and name. */
  readonly broken: ReadonlyMap<ModuleNode, ReadonlyMap<string, string>>;
  readonly messages: readonly Message[];
}

/**
 * validate orders the declarations of a configuration and finds those that cannot be evaluated: they are wrong or part of a
 * cycle. As Terraform does, it says nothing of what needs something that is wrong.
 */
export function validate({ nodes, needs }: ConfigGraph, modules: ModuleTree): ValidGraph {
  const { order, cycles } = orderGraph(needs);
  const messages: Message[] = cycles.map((cycle) =>
    cycleMessage(cycle.map((position) => nodes[position]?.label ?? '')),
  );
  const broken = new Map<ModuleNode, Map<string, string>>();
  const silent = new Uint8Array(nodes.length);
  const markBroken = (position: number, reason: string) => {
    const node = nodes[position];
    if (node === undefined) return;
    silent[position] = 1;
    const keys = broken.get(node.module) ?? new Map<string, string>();
    if (!keys.has(node.key)) keys.set(node.key, reason);
    broken.set(node.module, keys);
  };
  for (const cycle of cycles) for (const position of cycle) markBroken(position, 'it is part of a cycle');
  for (const position of order) {
    const node = nodes[position];
    if (node === undefined) continue;
    const mistakes = mistakesOf(node);
    if (silent[position] === 0 && needs[position]?.some((needed) => silent[needed] === 1)) silent[position] = 1;
    if (silent[position] === 0) messages.push(...mistakes);
    if (mistakes.length > 0) markBroken(position, `${node.key} is wrong`);
    if (node.declaration.kind === 'call') messages.push(...checkCall(node.module, node.declaration.call));
  }
  return {
    order: order.flatMap((position) => {
      const node = nodes[position];
      return node === undefined ? [] : [{ node, position, needs: needs[position] ?? [] }];
    }),
    broken,
    messages: [...checkRefactorings(modules), ...messages],
  };
}

function mistakesOf(node: ConfigNode): Message[] {
  const { declaration, module, dependsOn } = node;
  const messages = [...checkNode(node), ...checkDependsOn(module, dependsOn)];
  if (declaration.kind !== 'resource') return messages;
  const { resource } = declaration;
  return [...messages, ...checkArguments(resource), ...checkProvider(module, resource)];
}

function cycleMessage(labels: readonly string[]): Message {
  const detail = 'Each of these needs another one of them first. Take one of the references out of the circle.';
  return errorMessage(undefined, `Cycle: ${labels.join(', ')}`, detail);
}
