import type { RateFamily } from '../../families/rate-family.ts';
import { checksumOf, everyRegion, shardKind } from '../shard.ts';
import type { CompiledPrice } from './family-prices.ts';

/** The prices of one family that go into a shard. */
export interface ShardPart {
  readonly family: RateFamily;
  readonly prices: readonly CompiledPrice[];
}

/** Writes a shard in the form that `parseShard` describes. The same prices give the same text, in whatever order they come. */
export function writeShard(provider: string, service: string, region: string, parts: readonly ShardPart[]): string {
  const lines = [[shardKind, provider, service, region, 'USD'].join('\t')];
  let count = 0;
  for (const { family, prices } of [...parts].sort((a, b) => compareText(a.family.name, b.family.name))) {
    const blocks = Map.groupBy(prices, ({ source, date, derived }) =>
      [family.unit, family.dimensions.join(','), source, date, ...(derived ? ['derived'] : [])].join('\t'),
    );
    for (const [terms, block] of [...blocks].sort(([a], [b]) => compareText(a, b))) {
      lines.push(`@${family.name}\t${terms}`, ...blockLines(block, region === everyRegion));
      count += block.length;
    }
  }
  return `${[...lines, ['end', String(count), checksumOf(lines)].join('\t')].join('\n')}\n`;
}

interface Keyed {
  readonly key: readonly string[];
  readonly tiers: string;
}

function blockLines(prices: readonly CompiledPrice[], withRegion: boolean): readonly string[] {
  const keyed = prices.map(({ region, values, tiers }) => ({ key: withRegion ? [region, ...values] : values, tiers }));
  return rowsOf(keyed, 0).map((cells, index, rows) => withoutRepeats(cells, rows[index - 1]).join('\t'));
}

interface Row {
  readonly leading: readonly string[];
  readonly entries: readonly string[];
}

/** A cell that is the one above is left empty. */
function withoutRepeats({ leading, entries }: Row, above: Row | undefined): readonly string[] {
  let same = true;
  const cells = leading.map((cell, index) => {
    same &&= above?.leading[index] === cell;
    return same ? '' : cell;
  });
  return [...cells, ...entries];
}

/** The rows below a dimension. Values with the same rows below them share these: `us-east-1|us-west-2`. */
function rowsOf(prices: readonly Keyed[], depth: number): readonly Row[] {
  const last = (prices[0]?.key.length ?? 0) - 1;
  if (depth >= last) return leafRows(prices, Math.max(0, last)).map((entries) => ({ leading: [], entries }));
  const groups = [...Map.groupBy(prices, ({ key }) => key[depth] ?? '')].sort(([a], [b]) => compareText(a, b));
  const rows = groups.map(([value, group]) => ({ value, rows: rowsOf(group, depth + 1) }));
  const alike = Map.groupBy(rows, (group) => JSON.stringify(group.rows));
  return [...alike.values()].flatMap((groupsAlike) => {
    const cell = groupsAlike.map(({ value }) => value).join('|');
    return (groupsAlike[0]?.rows ?? []).map(({ leading, entries }) => ({ leading: [cell, ...leading], entries }));
  });
}

/** Names with a dot share a line by what is before it: `m5.large=0.096 .xlarge=0.192`. Others share one by their price. */
function leafRows(prices: readonly Keyed[], index: number): readonly (readonly string[])[] {
  const sorted = prices
    .map(({ key, tiers }) => ({ name: key[index] ?? '', tiers }))
    .sort((a, b) => compareText(a.name, b.name));
  const stems = Map.groupBy(sorted, ({ name }) => name.slice(0, Math.max(0, name.lastIndexOf('.'))));
  return [...stems].flatMap(([stem, named]) => {
    if (stem === '') {
      const byPrice = Map.groupBy(named, ({ tiers }) => tiers);
      return [...byPrice].map(([tiers, alike]) => [`${alike.map(({ name }) => name).join('|')}=${tiers}`]);
    }
    return [named.map(({ name, tiers }, at) => `${at === 0 ? name : name.slice(stem.length)}=${tiers}`)];
  });
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
