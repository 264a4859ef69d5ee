import { parseAst } from 'vitest/node';

/** One module that a file names, in whatever form: import, export from, import(), type import, require. */
export interface ModuleReference {
  readonly specifier: string;
  readonly line: number;
}

/**
 * moduleReferences finds every module that a TypeScript or JavaScript file names by a literal. Imports that only bring
 * types count too, although nothing is left of them when the code runs: a type is a dependency for its readers.
 * @throws SyntaxError when the file cannot be parsed.
 */
export function moduleReferences(source: string, file: string): ModuleReference[] {
  const found: { specifier: string; at: number }[] = [];
  visit(parseAst(source, { lang: /\.m?js$/.test(file) ? 'js' : 'ts' }, file));
  return found.map(({ specifier, at }) => ({ specifier, line: source.slice(0, at).split('\n').length }));

  function visit(value: unknown): void {
    if (Array.isArray(value)) {
      for (const each of value) visit(each);
      return;
    }
    if (!isNode(value)) return;
    const reference = referenceIn(value);
    if (reference !== undefined) found.push(reference);
    for (const child of Object.values(value)) visit(child);
  }
}

interface Node {
  readonly [key: string]: unknown;
  readonly type: string;
}

function referenceIn(node: Node): { specifier: string; at: number } | undefined {
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportAllDeclaration':
    case 'ExportNamedDeclaration':
    case 'ImportExpression':
    case 'TSImportType':
      return literal(node.source);
    case 'TSExternalModuleReference':
      return literal(node.expression);
    case 'CallExpression':
      return isNode(node.callee) && node.callee.name === 'require' && Array.isArray(node.arguments)
        ? literal(node.arguments[0])
        : undefined;
    default:
      return undefined;
  }
}

function literal(node: unknown): { specifier: string; at: number } | undefined {
  if (!isNode(node) || node.type !== 'Literal' || typeof node.value !== 'string') return undefined;
  return { specifier: node.value, at: typeof node.start === 'number' ? node.start : 0 };
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}
