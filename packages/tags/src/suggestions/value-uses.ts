import type { TagPeer } from './tag-peer.ts';

/** How often values of a key are used in a group of resources. */
export interface KeyUse {
  /** How many of the group have the key, also with a value that is not known. */
  readonly withKey: number;
  readonly counts: ReadonlyMap<string, number>;
}

/** Resources that are compared with each other. */
export interface UseGroup {
  /** How many resources can carry tags. */
  readonly size: number;
  readonly keys: ReadonlyMap<string, KeyUse>;
}

/** Which values the tags of all resources have, counted once for all questions. */
export interface ValueUses {
  readonly peers: ReadonlyMap<string, TagPeer>;
  readonly byModule: ReadonlyMap<string | null, UseGroup>;
  readonly all: UseGroup;
}

/** Counts the values of resources, by module and over all. */
export function valueUses(peers: readonly TagPeer[]): ValueUses {
  const modules = Map.groupBy(peers, ({ module }) => module);
  return {
    peers: new Map(peers.map((peer) => [peer.address, peer])),
    byModule: new Map([...modules].map(([module, group]) => [module, useGroup(group)])),
    all: useGroup(peers),
  };
}

function useGroup(peers: readonly TagPeer[]): UseGroup {
  const keys = new Map<string, { withKey: number; counts: Map<string, number> }>();
  for (const { values } of peers) {
    for (const [key, value] of values) {
      const use = keys.get(key) ?? { withKey: 0, counts: new Map() };
      keys.set(key, use);
      use.withKey += 1;
      if (value !== null) use.counts.set(value, (use.counts.get(value) ?? 0) + 1);
    }
  }
  return { size: peers.length, keys };
}
