import type { Expression, Traversal } from '@tollgate/hcl';

/** A path that is written out, as parts that are put together: texts, and the place of the module that it is written in. */
export type WrittenPath = readonly (string | typeof modulePlace)[];

/** Stands for `path.module`. */
export const modulePlace: unique symbol = Symbol('path.module');

/** Gives a path of which everything but the place of the module is written out; undefined for any other. */
export function writtenPath(expression: Expression): WrittenPath | undefined {
  switch (expression.kind) {
    case 'string':
      return [expression.value];
    case 'parentheses':
    case 'template-wrap':
      return writtenPath(expression.expression);
    case 'template': {
      const parts = expression.parts.map(writtenPath);
      return parts.every((part) => part !== undefined) ? parts.flat() : undefined;
    }
    case 'traversal':
      return placeOf(expression);
    default:
      return undefined;
  }
}

function placeOf({ root, steps }: Traversal): WrittenPath | undefined {
  const [step, ...others] = steps;
  if (root !== 'path' || step?.kind !== 'attribute-step' || others.length > 0) return undefined;
  if (step.name === 'module') return [modulePlace];
  return step.name === 'root' ? ['.'] : undefined;
}

/** How the name of the file ends that an expression gives, as far as that is written out; empty where it is not. */
export function writtenEnd(expression: Expression): string {
  const last = expression.kind === 'template' ? expression.parts.at(-1) : undefined;
  if (last?.kind !== 'string') return '';
  const end = last.value.slice(last.value.lastIndexOf('/') + 1);
  return /^\.{1,2}$/.test(end) ? '' : end;
}
