import type { Content } from './content.ts';

/** How much two resources are alike. */
export interface Likeness {
  /** 0: instances of one block with other kinds of keys; 1: the same name; 2: anything else. */
  readonly rank: number;
  /** The share of attributes that have the same value on both sides: 0 to 1. */
  readonly share: number;
}

/** What has another name must have nearly everything in common, what it is called by too. */
export const leastShareOfOthers = 0.8;
const leastShareOfSameName = 0.5;

/**
 * How much two resources of a kind are alike; null when it is too little to take them for the same one. Instances of a block whose
 * keys became names, or numbers, need nothing in common.
 */
export function likenessOf(before: Content, after: Content): Likeness | null {
  const attributes = countOf(before, after, 'attributes');
  if (before.block === after.block && before.keyForms !== after.keyForms)
    return { rank: 0, share: shareOf(attributes) };
  if (before.name === after.name) {
    const share = shareOf(attributes);
    return share < leastShareOfSameName ? null : { rank: 1, share };
  }
  const calling = countOf(before, after, 'calling');
  const share = shareOf({ shared: attributes.shared + calling.shared, all: attributes.all + calling.all });
  return share < leastShareOfOthers ? null : { rank: 2, share };
}

interface Count {
  readonly shared: number;
  /** Of both sides. */
  readonly all: number;
}

/** What is not known on a side does not count. */
function countOf(before: Content, after: Content, part: 'attributes' | 'calling'): Count {
  let [shared, all] = [0, 0];
  for (const [name, text] of after[part]) {
    if (before.unknown.has(name)) continue;
    all += 1;
    if (before[part].get(name) === text) shared += 1;
  }
  for (const name of before[part].keys()) if (!after.unknown.has(name)) all += 1;
  return { shared, all };
}

function shareOf({ shared, all }: Count): number {
  return all === 0 ? 0 : (2 * shared) / all;
}
