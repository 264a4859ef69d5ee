import type { WrittenReference } from '../config/written-references.ts';
import { errorMessage, type Message, placeOf } from '../message.ts';
import { isMissing, type ModuleNode, type ModuleTree } from '../module-tree.ts';
import { attributeName } from './reference.ts';

/** checkRefactorings reports `removed` and `import` blocks that do not fit what is declared. */
export function checkRefactorings({ modules, root }: ModuleTree): Message[] {
  const removed = modules.flatMap((module) => module.config.removed.flatMap(({ from }) => checkRemoved(module, from)));
  const imports = [...root.config.imports].flatMap(([target, blocks]) => {
    if (target === '' || findDeclared(root, target.split('.')) !== 'nothing') return [];
    return blocks.map(({ to }) => {
      const at = placeOf(to.source, to.expression);
      const detail = `The configuration for the given import target ${target} does not exist. Add a resource block for it.`;
      return errorMessage(at, 'Configuration for import target does not exist', detail);
    });
  });
  return [...removed, ...imports];
}

function checkRemoved(module: ModuleNode, { traversal }: WrittenReference): Message[] {
  const names = [traversal.root, ...traversal.steps.map(attributeName).filter((name) => name !== undefined)];
  const found = findDeclared(module, names);
  if (typeof found === 'string') return [];
  const address = names.join('.');
  return [
    errorMessage(
      found.at,
      `Removed ${found.kind} still exists`,
      `This statement declares that ${address} was removed, but it is still declared in configuration.`,
    ),
  ];
}

type Declared = { readonly kind: 'resource' | 'module'; readonly at: Message['at'] };

/** The resource or module of an address; `hidden` when it lies in a module that is not at hand. */
function findDeclared(module: ModuleNode, names: readonly string[]): Declared | 'nothing' | 'hidden' {
  const [first, name = '', ...rest] = names;
  if (first !== 'module') {
    const resource = module.config.resources.get(names.join('.'));
    return resource === undefined ? 'nothing' : { kind: 'resource', at: resource.at };
  }
  const call = module.config.calls.get(name);
  const child = module.children.get(name);
  if (call === undefined || child === undefined) return 'nothing';
  if (rest.length === 0) return { kind: 'module', at: call.at };
  return isMissing(child) ? 'hidden' : findDeclared(child, rest);
}
