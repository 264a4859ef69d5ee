import type { Expression, LiteralKey, Step } from '@tollgate/hcl';
import type { Value } from '../../values/index.ts';
import type { ConfigExpression } from '../config/config-expression.ts';
import type { Import } from '../config/refactoring.ts';
import type { Resource } from '../config/resource.ts';
import { evaluateIn } from './evaluate-expression.ts';
import { expand } from './expansion.ts';
import { type InstanceKey, keyText, type LocalNames, NO_NAMES } from './local-names.ts';
import type { ModuleRun } from './module-run.ts';

const idsByBlock = new WeakMap<ModuleRun, Map<Import, ReadonlyMap<string, Value>>>();

/**
 * importedId gives the id that an `import` block of the root module brings under an address. Undefined when there is none,
 * or the address is not known.
 */
export function importedId(run: ModuleRun, { key }: Resource, address: string): Value | undefined {
  let root = run;
  while (root.parent !== undefined) root = root.parent;
  const module = run.node.address;
  for (const block of root.node.config.imports.get(module === '' ? key : `${module}.${key}`) ?? []) {
    const id = idsOf(root, block).get(address);
    if (id !== undefined) return id;
  }
  return undefined;
}

/** The ids of a block by the addresses that they come under. */
function idsOf(root: ModuleRun, block: Import): ReadonlyMap<string, Value> {
  const known = idsByBlock.get(root) ?? new Map<Import, ReadonlyMap<string, Value>>();
  idsByBlock.set(root, known);
  const ids = known.get(block) ?? evaluateIds(root, block);
  known.set(block, ids);
  return ids;
}

function evaluateIds(root: ModuleRun, { to, id, forEach }: Import): ReadonlyMap<string, Value> {
  const ids = new Map<string, Value>();
  if (id === undefined) return ids;
  const add = (names: LocalNames) => {
    const address = addressOf(root, to, to.expression, names);
    if (address !== undefined) ids.set(address, evaluateIn(root, id, names).value);
  };
  const expansion = expand(root, { count: undefined, forEach });
  if (expansion.kind === 'none') add(NO_NAMES);
  else if (expansion.kind !== 'unknown') for (const names of expansion.instances.values()) add(names);
  return ids;
}

/** The address that an expression stands for; undefined when it is not known. */
function addressOf(
  root: ModuleRun,
  within: ConfigExpression,
  expression: Expression,
  names: LocalNames,
): string | undefined {
  const addressOfPart = (part: Expression) => addressOf(root, within, part, names);
  switch (expression.kind) {
    case 'template-wrap':
    case 'parentheses':
      return addressOfPart(expression.expression);
    case 'traversal':
      return `${expression.root}${expression.steps.map(stepText).join('')}`;
    case 'relative-traversal': {
      const start = addressOfPart(expression.source);
      return start === undefined ? undefined : `${start}${expression.steps.map(stepText).join('')}`;
    }
    case 'index': {
      const start = addressOfPart(expression.collection);
      const key = evaluateIn(root, { ...within, expression: expression.key }, names).value;
      const text = key.kind === 'string' ? key.value : key.kind === 'number' ? Number(key.value) : undefined;
      return start === undefined || text === undefined ? undefined : `${start}${keyText(text)}`;
    }
    default:
      return undefined;
  }
}

function stepText(step: Step): string {
  return step.kind === 'attribute-step' ? `.${step.name}` : keyText(keyOf(step.key));
}

function keyOf(key: LiteralKey): InstanceKey {
  if (key.kind === 'string') return key.value;
  return key.kind === 'number' ? Number(key.text) : undefined;
}
