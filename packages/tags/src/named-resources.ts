import { type Attribute, attribute, isWithheld, reasonsOf, takenFrom } from './attribute.ts';
import type { OpenEnd } from './open-end.ts';
import type { TagSource } from './tag-source.ts';

/** A kind of resource that others name. */
export interface NamedKind {
  readonly type: string;
  /** The attributes whose values name it. */
  readonly by: readonly string[];
}

/** The resource that an attribute names, or why nobody can tell which one it is. */
export type Named =
  | { readonly found: TagSource }
  | { readonly found: null; readonly why: Extract<OpenEnd, { kind: 'elsewhere' }> };

/** Finds the resource that an attribute names, among those of the same input. */
export type FindNamed = (reference: Attribute, kind: NamedKind) => Named;

/**
 * Looks resources up by the value of an attribute, or by the resource that a value is taken from which is known only after apply.
 * A name that several resources have names none: which one is meant depends on what is not at hand, such as the region.
 */
export function namedResources(sources: readonly TagSource[]): FindNamed {
  const byAddress = new Map(sources.map((source) => [source.address, source]));
  const tables = new Map<string, ReadonlyMap<string, TagSource | null>>();
  const tableOf = (kind: NamedKind) => {
    const known = tables.get(kind.type) ?? byValues(sources, kind);
    tables.set(kind.type, known);
    return known;
  };
  return (reference, kind) => {
    const { value } = reference;
    const found =
      typeof value === 'string' ? tableOf(kind).get(value) : sourceBehind(takenFrom(reference) ?? [], kind, byAddress);
    if (found !== undefined && found !== null) return { found };
    const name = typeof value === 'string' && !isWithheld(reference) ? value : null;
    return { found: null, why: elsewhere(reference, name) };
  };
}

/** Nothing is at hand to look for. */
export const noNamedResources: FindNamed = (reference) => ({ found: null, why: elsewhere(reference, null) });

/** Says that the tags come from what an attribute names. */
export function elsewhere(reference: Attribute, name: string | null): Extract<OpenEnd, { kind: 'elsewhere' }> {
  const reasons = reasonsOf(reference);
  const shown = reference.sensitive === true ? null : name;
  return {
    kind: 'elsewhere',
    attribute: String(reference.within?.step ?? ''),
    name: shown,
    reasons: reasons.length > 0 ? reasons : (takenFrom(reference) ?? []).map((from) => `taken from ${from}`),
  };
}

function byValues(sources: readonly TagSource[], { type, by }: NamedKind): ReadonlyMap<string, TagSource | null> {
  const table = new Map<string, TagSource | null>();
  for (const source of sources) {
    if (source.type !== type) continue;
    const values = new Set(by.map((name) => attribute(source.values, name).value));
    for (const value of values) {
      if (typeof value === 'string' && value !== '') table.set(value, table.has(value) ? null : source);
    }
  }
  return table;
}

/** The one resource behind addresses of its attributes; null when there are several, or something else. */
function sourceBehind(
  from: readonly string[],
  { type }: NamedKind,
  byAddress: ReadonlyMap<string, TagSource>,
): TagSource | null {
  const sources = from.map((address) => {
    const source = byAddress.get(address) ?? byAddress.get(address.slice(0, Math.max(0, address.lastIndexOf('.'))));
    return source?.type === type ? source : null;
  });
  const [first = null, ...others] = sources;
  return others.every((other) => other === first) ? first : null;
}
