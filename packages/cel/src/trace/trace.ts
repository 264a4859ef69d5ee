import { preview } from './preview.ts';
import type { TraceEntry } from './recorder.ts';

/** What a part of an expression gave, and the parts of it that decided this. */
export interface Trace {
  /** The part as it is written in the source. */
  readonly expression: string;
  /** Its value as a short text: `"prod"`, `3`, `unknown (data source aws_ami.x)`, `error: no such key: "Owner"`. */
  readonly value: string;
  readonly line: number;
  readonly column: number;
  readonly offset: number;
  readonly length: number;
  /** Why: of `a && b` that is false, only the operand that is false. */
  readonly because: readonly Trace[];
}

/** The recorded entries as a trace over the source. */
export function traceOf(entry: TraceEntry, source: string): Trace {
  const { offset, length, line, column } = entry.node.range;
  return {
    expression: source.slice(offset, offset + length),
    value: preview(entry.value),
    line,
    column,
    offset,
    length,
    because: entry.parts.map((part) => traceOf(part, source)),
  };
}
