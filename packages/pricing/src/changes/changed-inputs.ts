import type { ResourceView } from '@tollgate/resources';
import { attributeText } from './attribute-text.ts';
import type { EstimatedRoot } from './estimated-root.ts';

/** Something that a cost is made from and that differs; texts as in `inputsOf`. */
export interface ChangedInput {
  readonly kind: 'attribute' | 'usage';
  /** `root_block_device[0].volume_size`, `monthly_requests`, of another resource with its address. */
  readonly name: string;
  readonly before: string | null;
  readonly after: string | null;
  /** The attribute or block of the resource itself that it is a part of; null when it is none of the resource's own. */
  readonly attribute: string | null;
}

const usagePrefix = 'usage.';

/**
 * Compares what a cost is made from, before and after, in the order of names.
 *
 * @param renamed a text about the state before, with addresses as they are after the change
 */
export function changedInputs(
  { before, after }: { readonly before: ResourceView; readonly after: ResourceView },
  roots: { readonly before: Pick<EstimatedRoot, 'inputsOf'>; readonly after: Pick<EstimatedRoot, 'inputsOf'> },
  renamed: (text: string) => string,
): readonly ChangedInput[] {
  const then = new Map([...roots.before.inputsOf(before)].map(([name, text]) => [renamed(name), text]));
  const now = roots.after.inputsOf(after);
  const names = [...new Set([...then.keys(), ...now.keys()])].sort();
  const found = names.flatMap((name): ChangedInput[] => {
    const texts = { before: then.get(name) ?? null, after: now.get(name) ?? null };
    if (texts.before === texts.after) return [];
    if (name.startsWith(usagePrefix))
      return [{ kind: 'usage', name: name.slice(usagePrefix.length), ...texts, attribute: null }];
    const attribute = ownAttribute(name, before, after);
    // A model need not look at an attribute on both sides: what it does not look at can be the same nevertheless.
    const isRead = then.has(name) && now.has(name);
    if (attribute !== null && !isRead && attributeText(before, attribute) === attributeText(after, attribute))
      return [];
    return [{ kind: 'attribute', name, ...texts, attribute }];
  });
  return found.filter(({ name }) => !found.some((other) => isInside(other.name, name)));
}

/** Blocks show by their number: of one that is added, what is in it tells more. */
function isInside(name: string, block: string): boolean {
  return name.startsWith(`${block}[`) || name.startsWith(`${block}.`);
}

function ownAttribute(name: string, before: ResourceView, after: ResourceView): string | null {
  const [first = ''] = /^[^.[]+/.exec(name) ?? [];
  if (first === 'region') return first;
  return [before, after].some(({ values, unknown, sensitive }) =>
    [values, unknown, sensitive].some((part) => Object.hasOwn(part, first)),
  )
    ? first
    : null;
}
