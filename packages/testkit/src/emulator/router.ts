import type { Operation } from './description.ts';

/** The operation that a request names, with the values in its path. */
export interface Route {
  readonly operation: Operation;
  readonly path: Readonly<Record<string, string>>;
}

/** Finds the operation of a method and a path (without the address of the API), or undefined as GitHub's 404. */
export type Router = (method: string, path: string) => Route | undefined;

interface Pattern {
  readonly operation: Operation;
  readonly expression: RegExp;
  readonly names: readonly string[];
}

/** createRouter prepares the matching of paths. Where several templates fit, the one with more fixed text wins. */
export function createRouter(operations: readonly Operation[]): Router {
  const patterns = operations
    .toSorted((a, b) => fixedLength(b.path) - fixedLength(a.path) || a.path.length - b.path.length)
    .map(compile);
  return (method, path) => {
    for (const { operation, expression, names } of patterns) {
      if (operation.method !== method) continue;
      const match = expression.exec(path);
      const values = match?.slice(1).map(decode);
      if (values === undefined || values.includes(undefined)) continue;
      return { operation, path: Object.fromEntries(names.map((name, index) => [name, values[index] ?? ''])) };
    }
    return undefined;
  };
}

function compile(operation: Operation): Pattern {
  const names: string[] = [];
  const source = operation.path
    .split('/')
    .slice(1)
    .map((segment) => {
      const name = /^\{(\w+)\}$/.exec(segment)?.[1];
      if (name === undefined) return `/${segment.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`;
      names.push(name);
      const multiSegment = operation.parameters.some((parameter) => parameter.name === name && parameter.multiSegment);
      // `contents` and `matching-refs` answer without a path too: the root folder, all refs.
      if (multiSegment && OPEN_ENDED.has(operation.id)) return '(?:/(.*))?';
      return multiSegment ? '/(.+)' : '/([^/]+)';
    })
    .join('');
  return { operation, expression: new RegExp(`^${source}$`), names };
}

const OPEN_ENDED = new Set(['repos/get-content', 'git/list-matching-refs']);

function fixedLength(template: string): number {
  return template.replace(/\{\w+\}/g, '').length;
}

function decode(value: string | undefined): string | undefined {
  try {
    return decodeURIComponent(value ?? '');
  } catch {
    return undefined;
  }
}
