import type { TraceRecorder } from '../trace/recorder.ts';
import type { Stop } from '../values/stop.ts';
import type { MapLike, Value } from '../values/value.ts';
import type { Meter } from './meter.ts';

/** What one evaluation has: its input, the variables of macros, its meter. */
export interface Frame {
  readonly input: MapLike;
  readonly slots: (Value | Stop)[];
  readonly meter: Meter;
  readonly recorder: TraceRecorder | null;
}

/** A compiled expression. */
export type Evaluator = (frame: Frame) => Value | Stop;
