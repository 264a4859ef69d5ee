import { didYouMean } from '@tollgate/hcl';
import type { ModuleCall } from '../config/module-call.ts';
import { errorMessage, type Message } from '../message.ts';
import { isMissing, type ModuleNode } from '../module-tree.ts';

/** checkCall reports arguments of a module call that the module does not take, and those that it needs. */
export function checkCall(module: ModuleNode, call: ModuleCall): Message[] {
  const child = module.children.get(call.name);
  if (child === undefined || isMissing(child)) return [];
  const { variables } = child.config;
  const messages: Message[] = [];
  for (const { name, fallback } of variables.values()) {
    if (fallback !== undefined || call.args.has(name)) continue;
    const detail = `The argument "${name}" is required, but no definition was found.`;
    messages.push(errorMessage(call.missingAt, 'Missing required argument', detail));
  }
  const unused = [...variables.keys()].filter((name) => !call.args.has(name));
  for (const { name, nameAt } of call.args.values()) {
    if (variables.has(name)) continue;
    const detail = `An argument named "${name}" is not expected here.${didYouMean(name, unused)}`;
    messages.push(errorMessage(nameAt, 'Unsupported argument', detail));
  }
  return messages;
}
