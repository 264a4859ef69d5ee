import type { Meter } from '../evaluate/meter.ts';
import { CelMap } from './cel-map.ts';
import { fromHost, isList, isPlainObject } from './host.ts';
import { isOptional } from './optional.ts';
import { isFailure, isStop, mergeStrict, type Stop } from './stop.ts';
import type { Value } from './value.ts';

/** What is unknown inside a value, with all reasons, or what failed there; null when everything is known. */
export function findUnknown(value: Value, meter: Meter): Stop | null {
  if (typeof value !== 'object' || value === null) return null;
  if (isOptional(value)) return value.value === undefined ? null : findUnknown(value.value, meter);
  if (isList(value)) return findInParts(value, meter);
  if (value instanceof CelMap)
    return findInParts(
      Array.from(value.entries(), ([, part]) => part),
      meter,
    );
  // The parts of a resolver are read only when they are needed.
  return isPlainObject(value) ? findInParts(Object.values(value), meter) : null;
}

function findInParts(parts: readonly unknown[], meter: Meter): Stop | null {
  meter.steps(parts.length);
  let stop: Stop | null = null;
  for (const part of parts) {
    if (typeof part !== 'object' || part === null) continue;
    const value = fromHost(part);
    const found = isStop(value) ? value : meter.nested(() => findUnknown(value, meter));
    if (isFailure(found)) return found;
    if (found !== null) stop = mergeStrict(stop, found);
  }
  return stop;
}
