import type { Checked } from './check/checker.ts';
import { type Type, typeText } from './check/type.ts';
import { compileNode } from './evaluate/compile-node.ts';
import type { Evaluator, Frame } from './evaluate/frame.ts';
import { LimitExceeded, Meter } from './evaluate/meter.ts';
import type { Library } from './functions/library.ts';
import { acceptorFor } from './functions/overload.ts';
import type { Node } from './syntax/ast.ts';
import { TraceRecorder } from './trace/recorder.ts';
import { type Trace, traceOf } from './trace/trace.ts';
import { type HostValue, toHost } from './values/host.ts';
import { isFailure, isStop, isUnknown, type Stop } from './values/stop.ts';
import { describeType } from './values/type-value.ts';
import { findUnknown } from './values/unknown-parts.ts';
import type { MapLike, Value } from './values/value.ts';

/** What an evaluation comes to. */
export type Outcome = (
  | { readonly kind: 'value'; readonly value: HostValue }
  /** It cannot be told yet; `reasons` are those of all unknown values that stand in the way, sorted. */
  | { readonly kind: 'unknown'; readonly reasons: readonly string[] }
  /** Line and column, from 1, of the innermost expression that failed. */
  | { readonly kind: 'error'; readonly message: string; readonly line: number; readonly column: number }
) & {
  /** Which parts decided, and with which values; there when it was asked for. */
  readonly trace?: Trace;
};

export interface EvaluateOptions {
  readonly trace?: boolean;
}

/** A compiled expression. */
export interface Program {
  readonly source: string;
  /** The type of the result as far as it is known before the evaluation: `bool`, `list(string)`, `dyn`. */
  readonly type: string;
  /**
   * Evaluates the expression over an input: an object of JSON whose properties are the variables, or a resolver. Any
   * value in it may be unknown. Only the parts that are needed are read.
   */
  evaluate(input: MapLike, options?: EvaluateOptions): Outcome;
}

/** What a program is made of. */
export interface ProgramParts {
  readonly source: string;
  readonly root: Node;
  readonly checked: Checked;
  readonly library: Library;
  readonly costLimit: number;
  /** The type that the result must have, or null. */
  readonly wanted: Type | null;
}

/** Makes the program of a checked tree. Evaluators that record a trace are compiled when one is first asked for. */
export function makeProgram(parts: ProgramParts): Program {
  const { source, root, checked, library, costLimit } = parts;
  const evaluatorFor = (isTraced: boolean): Evaluator =>
    compileNode(root, { references: checked.references, slots: checked.slots, library, isTraced });
  const evaluator = evaluatorFor(false);
  const finish = finisher(parts);
  let tracing: Evaluator | null = null;
  return {
    source,
    type: typeText(checked.type),
    evaluate(input, options) {
      if (options?.trace !== true) return run(evaluator, input, costLimit, null, finish);
      tracing ??= evaluatorFor(true);
      const recorder = new TraceRecorder();
      const outcome = run(tracing, input, costLimit, recorder, finish);
      return recorder.root === null ? outcome : { ...outcome, trace: traceOf(recorder.root, source) };
    },
  };
}

function run(
  evaluate: Evaluator,
  input: MapLike,
  costLimit: number,
  recorder: TraceRecorder | null,
  finish: Finisher,
): Outcome {
  const frame: Frame = { input, slots: [], meter: new Meter(costLimit), recorder };
  try {
    return finish(evaluate(frame), frame.meter);
  } catch (error) {
    if (error instanceof LimitExceeded) return finish(error.failure, frame.meter);
    throw error;
  }
}

type Finisher = (result: Value | Stop, meter: Meter) => Outcome;

/** Makes an outcome of what an evaluator gives. A value of a type that is not wanted is an error. */
function finisher(parts: ProgramParts): Finisher {
  const { root, wanted } = parts;
  const isWanted = wanted === null ? () => true : acceptorFor(wanted);
  return (result, meter) => {
    if (typeof result === 'boolean' && isWanted(result)) return { kind: 'value', value: result };
    const stop = isStop(result) ? result : findUnknown(result, meter);
    if (isUnknown(stop)) return { kind: 'unknown', reasons: [...stop.reasons].sort() };
    if (isFailure(stop)) {
      const { line, column } = stop.range ?? root.range;
      return { kind: 'error', message: stop.message, line, column };
    }
    if (isStop(result)) throw new Error('a stop is unknown or a failure');
    if (isWanted(result)) return { kind: 'value', value: toHost(result) };
    const { line, column } = root.range;
    const message = `the expression must give ${wanted === null ? 'a value' : typeText(wanted)}, but it gave ${describeType(result)}`;
    return { kind: 'error', message, line, column };
  };
}
