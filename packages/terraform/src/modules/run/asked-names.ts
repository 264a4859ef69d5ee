import { type Expression, walkExpressions } from '@tollgate/hcl';
import type { ValidGraph } from '../graph/validate.ts';

/** Beyond this many names, whole resources would cost more than they are worth; then they have what is configured only. */
const MAX_NAMES = 20_000;

/** Steps that name a declaration, by what a reference begins with. They ask nothing of a value. */
const NAMING_STEPS: ReadonlyMap<string, number> = new Map([
  ['var', 1],
  ['local', 1],
  ['module', 1],
  ['path', 1],
  ['terraform', 1],
  ['each', 1],
  ['count', 1],
  ['data', 2],
]);

/**
 * findAskedNames lists the names of attributes that occur in expressions behind the name of a declaration. Whoever gets a
 * whole resource (in a loop, or as an argument) can ask it for no others.
 */
export function findAskedNames({ order }: ValidGraph): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { node } of order) {
    for (const { expressions } of node.units) for (const { value } of expressions) gather(value.expression, names);
  }
  return names.size > MAX_NAMES ? new Set() : names;
}

function gather(root: Expression, names: Set<string>): void {
  walkExpressions(root, (part) => {
    if (part.kind !== 'traversal' && part.kind !== 'relative-traversal') return undefined;
    const naming = part.kind === 'traversal' ? (NAMING_STEPS.get(part.root) ?? 0) : 0;
    for (const step of part.steps.slice(naming)) {
      if (step.kind === 'attribute-step') names.add(step.name);
      else if (step.key.kind === 'string') names.add(step.key.value);
    }
    return undefined;
  });
}
