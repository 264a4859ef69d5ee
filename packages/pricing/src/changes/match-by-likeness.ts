import type { Content } from './content.ts';
import { likenessOf } from './likeness.ts';

/** With how many resources each one is compared: those with which it has the rarest values in common. */
const mostCandidates = 16;

/** Of many that are alike, each is compared with others than its neighbours, so that a few rounds find nearly all. */
const mostRounds = 4;

interface Candidate {
  readonly before: Content;
  readonly after: Content;
  readonly rank: number;
  readonly share: number;
}

/** Matches what has much in common, what has most first. The work grows linearly with the number of resources. */
export function matchByLikeness(before: readonly Content[], after: readonly Content[]): ReadonlyMap<Content, Content> {
  const found = new Map<Content, Content>();
  let [leftBefore, leftAfter] = [before, after];
  for (let round = 0; round < mostRounds && leftBefore.length > 0 && leftAfter.length > 0; round++) {
    const matched = oneToOne(candidatesOf(leftBefore, leftAfter));
    if (matched.size === 0) break;
    for (const [now, then] of matched) found.set(now, then);
    const taken = new Set(matched.values());
    leftBefore = leftBefore.filter((content) => !taken.has(content));
    leftAfter = leftAfter.filter((content) => !matched.has(content));
  }
  return found;
}

function oneToOne(candidates: readonly Candidate[]): ReadonlyMap<Content, Content> {
  const matched = new Map<Content, Content>();
  const taken = new Set<Content>();
  // Sorting is stable: what is equal stays in the order of the resources.
  for (const { before, after } of candidates.toSorted((a, b) => a.rank - b.rank || b.share - a.share)) {
    if (matched.has(after) || taken.has(before)) continue;
    matched.set(after, before);
    taken.add(before);
  }
  return matched;
}

function candidatesOf(before: readonly Content[], after: readonly Content[]): readonly Candidate[] {
  const holders = holdersByTrait(before);
  const wanted = holdersByTrait(after);
  const seen = new Map<string, number>();
  return after.flatMap((now) => {
    const traits = traitsOf(now)
      .map((trait) => ({ trait, having: holders.get(trait) ?? [] }))
      .filter(({ having }) => having.length > 0)
      .sort((a, b) => a.having.length - b.having.length);
    const compared = new Set<Content>();
    for (const { trait, having } of traits) {
      const position = seen.get(trait) ?? 0;
      seen.set(trait, position + 1);
      const share = having.length / Math.max(1, wanted.get(trait)?.length ?? 1);
      for (const then of windowAt(having, Math.floor(position * share), mostCandidates - compared.size)) {
        compared.add(then);
      }
    }
    return [...compared].flatMap((then) => {
      const alike = likenessOf(then, now);
      return alike === null ? [] : [{ before: then, after: now, ...alike }];
    });
  });
}

/** Some of many, around a place that moves through all of them as the other side does. */
function windowAt(having: readonly Content[], place: number, size: number): readonly Content[] {
  if (size <= 0) return [];
  const start = Math.max(0, Math.min(place - Math.floor(size / 2), having.length - size));
  return having.slice(start, start + size);
}

function holdersByTrait(contents: readonly Content[]): ReadonlyMap<string, readonly Content[]> {
  const holders = new Map<string, Content[]>();
  for (const content of contents) {
    for (const trait of traitsOf(content)) {
      const having = holders.get(trait);
      if (having === undefined) holders.set(trait, [content]);
      else having.push(content);
    }
  }
  return holders;
}

/** What two resources of a kind can have in common: values, the name, the block. */
function traitsOf({ kind, attributes, calling, name, block }: Content): readonly string[] {
  const values = [...attributes, ...calling].map(([attribute, text]) => `${kind} ${attribute}=${text}`);
  return [`${kind} name ${name}`, `${kind} block ${block}`, ...values];
}
