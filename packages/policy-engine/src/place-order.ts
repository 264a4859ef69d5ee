import type { SourcePlace } from './subject.ts';
import { compareText } from './text-order.ts';

/** What is written at a place. */
interface Placed {
  readonly id: string;
  readonly rule: string;
  readonly source: SourcePlace;
}

/** Orders things by where they are written, so that the order in which they were read does not show. */
export function comparePlaced(a: Placed, b: Placed): number {
  return (
    compareText(a.source.file, b.source.file) ||
    a.source.startLine - b.source.startLine ||
    (a.source.startColumn ?? 0) - (b.source.startColumn ?? 0) ||
    compareText(a.id, b.id) ||
    compareText(a.rule, b.rule) ||
    // Only what stands twice in one place comes here: what else differs has to order it.
    compareText(JSON.stringify(a), JSON.stringify(b))
  );
}
