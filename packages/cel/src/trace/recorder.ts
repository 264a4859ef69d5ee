import type { Evaluator } from '../evaluate/frame.ts';
import type { Node } from '../syntax/ast.ts';
import { isFailure, isUnknown, type Stop } from '../values/stop.ts';
import type { Value } from '../values/value.ts';

/** A node that was evaluated, what it gave, and the parts of it that decided this. */
export interface TraceEntry {
  readonly node: Node;
  value: Value | Stop;
  parts: TraceEntry[];
}

/** Entries that may be waiting for their parents; what comes after is not recorded. */
const MAX_ENTRIES = 20_000;
/** Rounds of a loop that are kept when several count. */
const MAX_ROUNDS = 3;

/** Collects the entries of one evaluation. */
export class TraceRecorder {
  #open: TraceEntry[] = [];
  #count = 0;
  root: TraceEntry | null = null;

  begin(node: Node): TraceEntry {
    const entry: TraceEntry = { node, value: null, parts: [] };
    this.#open.push(entry);
    this.#count += 1;
    return entry;
  }

  /** Ends an entry, keeps only the parts that decided, and hands it to the entry around it. */
  end(entry: TraceEntry, value: Value | Stop): void {
    this.#open.pop();
    entry.value = value;
    const before = entry.parts.length;
    entry.parts = decidingParts(entry);
    this.#count -= before - entry.parts.length;
    const parent = this.#open.at(-1);
    if (parent === undefined) this.root = entry;
    else if (this.#count < MAX_ENTRIES) parent.parts.push(entry);
    else this.#count -= 1;
  }
}

/** An evaluator that records what it does when there is a recorder. */
export function traced(node: Node, evaluate: Evaluator): Evaluator {
  return (frame) => {
    if (frame.recorder === null) return evaluate(frame);
    const entry = frame.recorder.begin(node);
    const value = evaluate(frame);
    frame.recorder.end(entry, value);
    return value;
  };
}

function decidingParts(entry: TraceEntry): TraceEntry[] {
  const { node, parts, value } = entry;
  switch (node.kind) {
    case 'ident':
      return [];
    case 'select':
      // The steps of a path say no more than the path.
      return parts.filter((part) => part.node.kind !== 'select' && part.node.kind !== 'ident');
    case 'logical':
      return parts.filter((part) => isLike(part.value, value));
    case 'comprehension':
      return decidingRounds(node, parts, value);
    case 'list':
    case 'map':
      return isFailure(value) ? parts.filter((part) => isFailure(part.value)) : [];
    default:
      return parts;
  }
}

/** Whether a part has the same outcome as the whole, so that it is a reason for it. */
function isLike(part: Value | Stop, whole: Value | Stop): boolean {
  if (isUnknown(whole)) return isUnknown(part);
  if (isFailure(whole)) return part === whole || typeof part !== 'boolean';
  return part === whole;
}

function decidingRounds(
  node: Node & { kind: 'comprehension' },
  parts: TraceEntry[],
  value: Value | Stop,
): TraceEntry[] {
  const source = parts.filter((part) => part.node === node.source);
  const rounds = parts.filter((part) => part.node === node.body || part.node === node.filter);
  const deciding =
    node.macro === 'exists_one'
      ? rounds.filter((round) => round.value !== false)
      : rounds.filter((round) => isLike(round.value, value));
  return [...source, ...deciding.slice(0, MAX_ROUNDS)];
}
