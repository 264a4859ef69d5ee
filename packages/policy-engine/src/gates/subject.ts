import type { MapLike } from '@tollgate/cel';
import type { Source, SubjectReference } from '../subject.ts';

/** A thing that a gate's policies judge. */
export interface Subject<Data> {
  readonly reference: SubjectReference;
  readonly source?: Source;
  /** What patterns are compared with: for a resource its type and its address. */
  readonly names: readonly string[];
  /** What happens to it; null when the input does not tell, so that `match.actions` leaves nothing out. */
  readonly actions: readonly string[] | null;
  /** Whether the change touches it; null when the input does not tell, so that `changedOnly` leaves nothing out. */
  readonly changed: boolean | null;
  /**
   * What conditions that were not written for it would not mean: left out unless `match.actions` is given and takes it in
   * (`action`: what the change takes away has no values any more), or `match.resources` is (`name`: data sources).
   */
  readonly unlessAsked?: 'action' | 'name';
  /** The variables of conditions, by the gate's schema. Values in it may be `unknown()` of `@tollgate/cel`. */
  readonly input: MapLike;
  /** What the gate's own rule forms look at. */
  readonly data: Data;
}
