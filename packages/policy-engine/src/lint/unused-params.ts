import { childrenOf, type Node, parse } from '@tollgate/cel';
import { quote } from '../documents/quote.ts';
import type { JsonValue } from '../json.ts';
import { parseMessage } from '../judge/message-template.ts';
import type { Clause, LayeredPolicy } from '../layers/layered-policy.ts';
import type { Problem } from '../problem.ts';

/** The parameters that no rule reads, where they are declared. The versions are those of one policy, for its environments. */
export function unusedParams(versions: readonly LayeredPolicy[]): readonly Problem[] {
  const used = new Set<string>();
  for (const clause of versions.flatMap(({ rules }) => rules.flatMap(({ clauses }) => clauses))) {
    if (!collectUses(clause, used)) return [];
  }
  return versions.flatMap(({ params }) =>
    [...params]
      .filter(([name]) => !used.has(name))
      .map(([name, { declared }]) => ({
        file: declared.places.file,
        ...declared.places.keyAt(['spec', 'params', name]),
        message: `No rule reads the parameter ${quote(name)}. Use it as params.${name} or "$params.${name}", or take it out.`,
      })),
  );
}

/** Adds the parameters that a clause reads; false when it may read any of them. */
function collectUses(clause: Clause, used: Set<string>): boolean {
  const { condition, message, matches } = clause;
  if (condition.kind === 'form') collectTexts(condition.value, used);
  const sources = [
    ...(condition.kind === 'assert' ? [condition.expression] : []),
    ...matches.flatMap(({ match }) => match.when ?? []),
    ...expressionsOf(message ?? ''),
  ];
  return sources.every((source) => collectReads(parse(source).root, used));
}

function expressionsOf(message: string): readonly string[] {
  const parts = parseMessage(message);
  return 'message' in parts ? [] : parts.flatMap((part) => (part.kind === 'expression' ? [part.source] : []));
}

function collectTexts(value: JsonValue, used: Set<string>): void {
  if (typeof value === 'string') {
    if (value.startsWith('$params.')) used.add(value.slice('$params.'.length));
  } else if (typeof value === 'object' && value !== null) {
    for (const part of Object.values(value)) collectTexts(part, used);
  }
}

function collectReads(node: Node, used: Set<string>): boolean {
  const name = readOfParam(node);
  if (name !== null) {
    used.add(name);
    return true;
  }
  if (node.kind === 'ident') return node.name !== 'params';
  return childrenOf(node).every((child) => collectReads(child, used));
}

/** The name of the parameter that a node reads: `params.name`, `params["name"]`, `has(params.name)`. */
function readOfParam(node: Node): string | null {
  if (node.kind !== 'select' && node.kind !== 'has' && node.kind !== 'index') return null;
  if (node.operand.kind !== 'ident' || node.operand.name !== 'params') return null;
  if (node.kind !== 'index') return node.field;
  return node.index.kind === 'literal' && typeof node.index.value === 'string' ? node.index.value : null;
}
