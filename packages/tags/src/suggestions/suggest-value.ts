import type { TagPeer } from './tag-peer.ts';
import type { UseGroup, ValueUses } from './value-uses.ts';

/** What is looked for: a value of a key, for one resource. */
export interface WantedValue {
  readonly key: string;
  /** The resource; what it has itself is no witness. */
  readonly address: string;
  /** Whether the rule takes a value. What it does not take is never suggested. */
  readonly accepts: (value: string) => boolean;
}

/** A value that other resources use. */
export interface ValueSuggestion {
  readonly value: string;
  /** How many other resources use it. */
  readonly count: number;
  /** How many other resources of the group can carry tags. */
  readonly of: number;
  /** The group: those of the same module, which is null for the root module, or all. */
  readonly among: { readonly kind: 'module'; readonly module: string | null } | { readonly kind: 'all' };
  /** Whether no other resource of the group has the key with another value, or with one that is not known. */
  readonly agreed: boolean;
}

/** One resource that uses a value is no custom. */
const fewest = 2;

/**
 * Suggests the value that most resources with the key use: those of the same module, and where none of these has the key, all.
 * Null when there is no such value: fewer than two use it, no majority does, or the rule does not take it.
 *
 * @example
 * suggestValue(valueUses(tagPeers(input)), { key: 'Owner', address: 'aws_instance.a', accepts: () => true });
 */
export function suggestValue(uses: ValueUses, wanted: WantedValue): ValueSuggestion | null {
  const peer = uses.peers.get(wanted.address);
  const siblings = peer === undefined ? undefined : uses.byModule.get(peer.module);
  if (peer === undefined || siblings === undefined) return majority(uses.all, wanted, peer, { kind: 'all' });
  const isNarrower = siblings.size < uses.all.size && usedByOthers(siblings, wanted.key, peer) > 0;
  return isNarrower
    ? majority(siblings, wanted, peer, { kind: 'module', module: peer.module })
    : majority(uses.all, wanted, peer, { kind: 'all' });
}

function usedByOthers({ keys }: UseGroup, key: string, peer: TagPeer | undefined): number {
  return (keys.get(key)?.withKey ?? 0) - (peer?.values.has(key) === true ? 1 : 0);
}

function majority(
  group: UseGroup,
  { key, accepts }: WantedValue,
  peer: TagPeer | undefined,
  among: ValueSuggestion['among'],
): ValueSuggestion | null {
  const withKey = usedByOthers(group, key, peer);
  const own = peer?.values.get(key);
  for (const [value, all] of group.keys.get(key)?.counts ?? []) {
    const count = all - (value === own ? 1 : 0);
    // More than half of them: no other value can have as many, so that the order does not show.
    if (count < fewest || count * 2 <= withKey || !accepts(value)) continue;
    return { value, count, of: group.size - (peer === undefined ? 0 : 1), among, agreed: count === withKey };
  }
  return null;
}
