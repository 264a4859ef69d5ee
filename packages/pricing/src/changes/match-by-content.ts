import { shortText } from './attribute-text.ts';
import type { Content } from './content.ts';
import { leastShareOfOthers } from './likeness.ts';
import { matchByLikeness } from './match-by-likeness.ts';
import { pairByKeys } from './pair-by-keys.ts';

/**
 * Finds out which resource was which where addresses do not tell: by the same values, by the same ones but for what it is called,
 * and at last by likeness. What kept its name, or its key too, goes first. One to one, and the same for the same input.
 */
export function matchByContent(before: readonly Content[], after: readonly Content[]): ReadonlyMap<Content, Content> {
  const keys = new Map([...before, ...after].map((content) => [content, keysOf(content)]));
  const keyOf = (name: keyof ContentKeys) => (content: Content) => keys.get(content)?.[name] ?? null;
  const exact = pairByKeys(before, after, [
    keyOf('valuesNameKey'),
    keyOf('valuesName'),
    keyOf('values'),
    keyOf('attributesNameKey'),
    keyOf('attributesName'),
    keyOf('attributes'),
  ]);
  return new Map([...exact.before, ...matchByLikeness(exact.leftBefore, exact.leftAfter)]);
}

/** Texts that are the same for resources that are taken for the same one. */
interface ContentKeys {
  readonly valuesNameKey: string;
  readonly valuesName: string;
  /** Null without values: nothing is like anything else then. */
  readonly values: string | null;
  readonly attributesNameKey: string;
  readonly attributesName: string;
  /** Null when too much of it is what it is called. */
  readonly attributes: string | null;
}

function keysOf({ kind, attributes, calling, unknown, name, key }: Content): ContentKeys {
  const attributesText = shortText(JSON.stringify([kind, [...attributes], [...unknown]]));
  const valuesText = shortText(JSON.stringify([attributesText, [...calling]]));
  const size = attributes.size + calling.size;
  return {
    valuesNameKey: JSON.stringify([valuesText, name, key]),
    valuesName: JSON.stringify([valuesText, name]),
    values: size === 0 ? null : valuesText,
    attributesNameKey: JSON.stringify([attributesText, name, key]),
    attributesName: JSON.stringify([attributesText, name]),
    attributes: size > 0 && attributes.size / size >= leastShareOfOthers ? attributesText : null,
  };
}
