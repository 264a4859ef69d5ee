import { type Node, parse, type Trace } from '@tollgate/cel';
import type { VerdictEvidence } from '../verdict.ts';
import { asCode, inert } from './shown.ts';

/** What a trace says to a person: the values that were found, and the parts of the condition that they should have kept. */
export interface TraceAccount {
  /** Sentences such as `` `resource.type` is "a"; wanted: `resource.type == 'b'`. `` */
  readonly sentences: readonly string[];
  readonly evidence: readonly VerdictEvidence[];
}

/** The most values that one sentence names. */
const MAX_FOUND = 3;
/** The most sentences of one condition. */
const MAX_SENTENCES = 3;
const MAX_EVIDENCE = 8;

const trees = new Map<string, Node>();
const MAX_TREES = 1_000;

/** accountOf tells of a trace what was found and what was wanted. A condition that is a mere `false` has none. */
export function accountOf(source: string, trace: Trace | undefined): TraceAccount {
  if (trace === undefined) return { sentences: [`${asCode(source)} does not hold.`], evidence: [] };
  const atoms = atomsOf(treeOf(source), trace);
  const sentences = atoms.map(({ trace: atom, wanted }) => sentenceOf(atom, wanted));
  const rest = sentences.length - MAX_SENTENCES;
  return {
    sentences: rest > 0 ? [...sentences.slice(0, MAX_SENTENCES), `And ${rest} more.`] : sentences,
    evidence: evidenceOf(trace),
  };
}

/** The values that decided, without those that only a part of the expression has. */
export function evidenceOf(trace: Trace | undefined): readonly VerdictEvidence[] {
  if (trace === undefined) return [];
  const found: VerdictEvidence[] = [];
  collectFound(trace, found);
  return found.slice(0, MAX_EVIDENCE);
}

/** The tree of an expression, parsed when something has to be told of it for the first time. */
function treeOf(source: string): Node {
  const known = trees.get(source);
  if (known !== undefined) return known;
  const { root } = parse(source);
  if (trees.size < MAX_TREES) trees.set(source, root);
  return root;
}

interface Atom {
  readonly trace: Trace;
  /** The part of the condition that should have held. */
  readonly wanted: string;
}

/** The operands that did not hold, of `a && b` and of the branch that was chosen; else the whole. */
function atomsOf(node: Node, trace: Trace): readonly Atom[] {
  const parts: readonly Node[] =
    node.kind === 'logical' && node.operator === '&&'
      ? node.operands
      : node.kind === 'conditional'
        ? [node.then, node.otherwise]
        : [];
  const atoms = trace.because.flatMap((part) => {
    const child = parts.find(({ range }) => range.offset === part.offset && range.length === part.length);
    return child === undefined ? [] : atomsOf(child, part);
  });
  return atoms.length > 0 ? atoms : [{ trace, wanted: trace.expression }];
}

function sentenceOf(trace: Trace, wanted: string): string {
  const found: VerdictEvidence[] = [];
  collectFound(trace, found);
  const others = found.filter(({ expression }) => expression !== wanted).slice(0, MAX_FOUND);
  if (others.length === 0) return `${asCode(wanted)} does not hold.`;
  const values = others.map(({ expression, value }) => `${asCode(expression)} is ${inert(value)}`);
  return `${values.join(', ')}; wanted: ${asCode(wanted)}.`;
}

/** A way into the input: names, fields and literal indexes. */
const way = /^[A-Za-z_]\w*(?:\.\??(?:\w+|`[^`]*`)|\[\??(?:\d+|"[^"\\]*"|'[^'\\]*')\])*$/;

/** Adds the values of all ways into the input that a trace has, each once, in the order in which they were read. */
function collectFound(trace: Trace, found: VerdictEvidence[]): void {
  const entry = foundBy(trace);
  if (entry === null) {
    for (const part of trace.because) collectFound(part, found);
  } else if (!found.some(({ expression, value }) => expression === entry.expression && value === entry.value)) {
    found.push(entry);
  }
}

function foundBy({ expression, value }: Trace): VerdictEvidence | null {
  const asked = between(expression, 'has(', ')')?.trim();
  if (asked !== undefined && way.test(asked)) {
    const isThere = value === 'true' ? 'set' : value === 'false' ? 'not set' : value;
    return { expression: asked, value: isThere };
  }
  if (!way.test(expression)) return null;
  return { expression: expression.replaceAll(/([.[])\?/g, '$1'), value: plainValue(value) };
}

/** The value that an optional one holds is what a reader knows it by. */
function plainValue(value: string): string {
  if (value === 'optional.none()') return 'not set';
  return between(value, 'optional.of(', ')') ?? (value.startsWith('error: no such key: ') ? 'not set' : value);
}

/** What stands between a beginning and an end of a text; undefined when it has not both. */
function between(text: string, start: string, end: string): string | undefined {
  return text.startsWith(start) && text.endsWith(end) ? text.slice(start.length, -end.length) : undefined;
}
