import { type BookUpdate, largestChanges, type PriceChange } from '@tollgate/pricing';
import { counted, textColumns, visible } from '@tollgate/reporting';

/** How many differences are shown; all are in the shards, which are made to be compared. */
const shownChanges = 10;

/** Tells what an update of the price book has changed. */
export function updateText({ counts, changes, shards, removed }: BookUpdate, place: string): string {
  const { families, added, changed, confirmed, kept } = counts;
  const largest = largestChanges(changes, shownChanges);
  const more = changes.length - largest.length;
  const written = shards.size + removed.length;
  return [
    `Prices: ${counted(changed, 'price')} changed, ${grouped(added)} added, ${grouped(confirmed)} confirmed, ${grouped(kept)} kept as they were, of ${counted(families, 'rate')}.`,
    ...(largest.length === 0 ? [] : ['', 'The largest differences', ...textColumns(largest.map(changeRow))]),
    ...(more === 0 ? [] : [`  and ${more} more`]),
    '',
    written === 0 ? `Nothing is new in ${place}.` : `Written: ${counted(shards.size, 'shard')} of ${place}.`,
    '',
  ]
    .map(visible)
    .join('\n');
}

function changeRow({ family, region, values, before, after, percent }: PriceChange): readonly string[] {
  const of = values.length === 0 ? family : `${family} (${values.join(', ')})`;
  return [`  ${of}`, region, `${before} → ${after}`, percent === null ? 'other tiers' : signed(percent)];
}

function grouped(count: number): string {
  return count.toLocaleString('en-US');
}

function signed(percent: string): string {
  return `${percent.startsWith('-') ? '−' : '+'}${percent.replace('-', '')} %`;
}
