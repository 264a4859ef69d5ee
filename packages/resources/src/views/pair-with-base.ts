import type { Evaluation } from '@tollgate/terraform';
import { newAddresses } from './moved-addresses.ts';

/** Which resource was which before the change. */
export interface BasePairs {
  /** The address in the base by the address after the change. */
  readonly before: ReadonlyMap<string, string>;
  /** What is in the base only. */
  readonly left: readonly string[];
}

/**
 * Pairs resources with those of the base: by `moved` blocks, by address, and at last as Terraform does by itself when `count`
 * is added or taken away, where the one instance and the first one are the same.
 */
export function pairWithBase(head: readonly string[], base: readonly string[], moved: Evaluation['moved']): BasePairs {
  const addresses = new Set(head);
  const inBase = new Set(base);
  const newAddress = newAddresses(moved);
  const before = new Map<string, string>();
  const paired = new Set<string>();
  const pair = (now: string, then: string) => {
    if (!addresses.has(now) || before.has(now) || paired.has(then)) return;
    before.set(now, then);
    paired.add(then);
  };
  for (const then of base) {
    const now = newAddress(then);
    if (now !== then && !inBase.has(now)) pair(now, then);
  }
  for (const then of base) pair(then, then);

  const byCount = new Map<string, string>();
  for (const now of head) if (!before.has(now)) byCount.set(withoutFirst(now), now);
  for (const then of base) {
    const now = byCount.get(withoutFirst(then));
    if (now !== undefined && now !== then) pair(now, then);
  }
  return { before, left: base.filter((then) => !paired.has(then)) };
}

/** An address without the keys of first instances. */
function withoutFirst(address: string): string {
  return address.replaceAll(/\[0\](?=\.|$)/g, '');
}
