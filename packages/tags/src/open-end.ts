/** Why further tags than those known may be there after apply. */
export type OpenEnd =
  /** The resource's own tags are unknown as a whole. `reasons` as far as they are told. */
  | { readonly kind: 'own'; readonly reasons: readonly string[] }
  /** The tags are sensitive as a whole, and not at hand. */
  | { readonly kind: 'withheld' }
  /** The provider's default tags are unknown as a whole. */
  | { readonly kind: 'defaults'; readonly reasons: readonly string[] }
  /** The provider's default tags are an expression, of which a plan has only what it refers to. */
  | { readonly kind: 'expression'; readonly references: readonly string[] }
  /** The plan does not tell which of several provider configurations counts, and their default tags differ. */
  | { readonly kind: 'provider' }
  /** The plan has no configuration. */
  | { readonly kind: 'no-configuration' }
  /** They come from another resource, which the input does not have or does not tell. `attribute` names it. */
  | {
      readonly kind: 'elsewhere';
      readonly attribute: string;
      readonly name: string | null;
      readonly reasons: readonly string[];
    }
  /** They come from one of several resources that `attribute` names, and these differ. */
  | { readonly kind: 'several'; readonly attribute: string }
  /** Whether tags are handed on is not known. `attribute` decides it. */
  | { readonly kind: 'propagation'; readonly attribute: string; readonly reasons: readonly string[] };

/**
 * Why the tags may not be all, as the end of a sentence. `label` is the attribute of the resource's own tags, `effective` the one
 * with the default tags merged in.
 */
export function openEndText(openEnd: OpenEnd, label: string, effective: string | null): string {
  switch (openEnd.kind) {
    case 'own':
      return reasonText(openEnd.reasons) ?? `${quoted(label)} is known only after apply`;
    case 'withheld':
      return `${quoted(label)} is sensitive as a whole`;
    case 'defaults':
      return `the default tags of the provider are not known${inBrackets(openEnd.reasons)}`;
    case 'expression': {
      const [reference] = openEnd.references;
      const from = reference === undefined ? 'an expression' : quoted(reference);
      return `the provider takes its default tags from ${from}, whose value the plan does not show`;
    }
    case 'provider':
      return 'the plan does not tell which provider configuration the module uses, and their default tags differ';
    case 'no-configuration':
      return `${quoted(effective ?? label)} is known only after apply, and the plan has no configuration that tells the provider's default tags`;
    case 'elsewhere': {
      const { attribute, name, reasons } = openEnd;
      if (name !== null) return `${quoted(attribute)} is ${quoted(name)}, whose tags are not at hand`;
      return `${quoted(attribute)} is not known${inBrackets(reasons)}`;
    }
    case 'several':
      return `${quoted(openEnd.attribute)} names several launch templates, whose tags differ`;
    case 'propagation':
      return `${quoted(openEnd.attribute)} is not known${inBrackets(openEnd.reasons)}`;
  }
}

function inBrackets(reasons: readonly string[]): string {
  const reason = reasonText(reasons);
  return reason === null ? '' : ` (${reason})`;
}

/** Reasons as the end of a sentence; null without any. The first few are enough to act on. */
export function reasonText(reasons: readonly string[]): string | null {
  if (reasons.length === 0) return null;
  const shown = reasons.slice(0, 3).map((reason) => reason.replaceAll('`', "'"));
  return `${shown.join(', ')}${reasons.length > shown.length ? ' and others' : ''}`;
}

/** A name from the configuration in a message; reports set it as code. It must not end its own quotation. */
export function quoted(name: string): string {
  return `\`${name.replaceAll('`', "'")}\``;
}
