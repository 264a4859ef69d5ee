import { code, type Inline, text } from '@tollgate/policy-engine';
import type { ChangeReason, ResourceChange } from '../changes/cost-change.ts';
import { unitPriceText } from '../money/money-text.ts';

/** So many reasons are named; the first weigh most. */
const mostReasons = 2;

/** Why the cost of a resource changes: `instance_type m5.large → m6i.xlarge`. */
export function reasonsPhrase({ reasons, previous }: ResourceChange, currency: string): readonly Inline[] {
  const named = reasons.slice(0, mostReasons);
  const more = reasons.length - named.length;
  const parts = [
    ...named.map((reason) => reasonInlines(reason, currency)),
    ...(more === 0 ? [] : [[text(`${more} more`)]]),
    ...(previous === undefined ? [] : [[text('was '), code(previous.address)]]),
  ];
  return parts.flatMap((part, index) => (index === 0 ? part : [text('; '), ...part]));
}

function reasonInlines(reason: ChangeReason, currency: string): readonly Inline[] {
  switch (reason.kind) {
    case 'added':
      return [text('new')];
    case 'removed':
    case 'replaced':
      return [text(reason.kind)];
    case 'price': {
      const { rate, before, after } = reason;
      return [
        text('price of '),
        code(rate),
        text(` ${unitPriceText(before, currency)} → ${unitPriceText(after, currency)}`),
      ];
    }
    case 'schedule':
      return [text(`hours: ${reason.before ?? 'all'} → ${reason.after ?? 'all'}`)];
    case 'attribute':
    case 'usage':
    case 'dimension':
    case 'quantity': {
      const { name, before, after } = reason;
      return [code(name), text(` ${shown(before)} → ${shown(after)}`)];
    }
  }
}

/** Values of a configuration are shown to this length. */
const longest = 40;

function shown(value: string | null): string {
  if (value === null) return 'not set';
  const characters = [...value];
  return characters.length > longest ? `${characters.slice(0, longest - 1).join('')}…` : value;
}
