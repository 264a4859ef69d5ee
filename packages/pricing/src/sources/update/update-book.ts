import type { CompiledPrice } from '../../book/compile/family-prices.ts';
import { writeBook } from '../../book/compile/write-book.ts';
import type { ShardPart } from '../../book/compile/write-shard.ts';
import { parseShard } from '../../book/shard.ts';
import { PricingError } from '../../error.ts';
import type { RateFamily } from '../../families/rate-family.ts';
import { askForPrices, type ListedPrice } from '../listed-prices.ts';
import { isListed, type ListedFamily, type PriceList } from '../price-list.ts';
import { type BookTexts, bookPrices, serviceOf } from './book-prices.ts';
import { type PriceChange, priceChange } from './price-change.ts';

export interface BookUpdateInput {
  readonly book: BookTexts;
  /** All that are declared; those that are not asked for keep their prices. */
  readonly families: readonly RateFamily[];
  /** The price list of a provider; null when this one is not to be asked. */
  readonly listOf: (provider: string) => PriceList | null;
  /** `ebs`: only the families of these services; null for all. */
  readonly services: readonly string[] | null;
  /** Only prices of these regions; null for all. What is the same everywhere is always asked for. */
  readonly regions: readonly string[] | null;
  /** The date of the run, which new prices get. */
  readonly now: string;
  /** Whether a family with a mistake keeps its prices, and the others are taken over. */
  readonly keepGoing: boolean;
}

/** What an update of a price book gives; nothing of it is written yet. */
export interface BookUpdate {
  /** The texts of shards that are new or different. */
  readonly shards: BookTexts;
  /** Shards that are no more, because their service is divided in another way. */
  readonly removed: readonly string[];
  readonly changes: readonly PriceChange[];
  readonly counts: {
    readonly families: number;
    readonly added: number;
    readonly changed: number;
    /** The price list has them as the book had them. */
    readonly confirmed: number;
    /** Not in the answer: they stay with their old date. */
    readonly kept: number;
  };
  /** Families without an answer, and with mistakes that were passed over, as sentences. */
  readonly notices: readonly string[];
}

/**
 * Asks price lists for the prices of families, and puts them into a price book.
 * @throws PricingError when a price list cannot be read, or has what the book cannot take over: then nothing is changed.
 */
export async function updateBook(input: BookUpdateInput): Promise<BookUpdate> {
  const asked = input.families.filter(isListed).filter(({ name }) => isAsked(name, input));
  if (asked.length === 0) {
    throw new PricingError(
      'prices update',
      'No rate family fits. Check the names given with --provider and --service.',
    );
  }
  const { found, mistakes } = await ask(asked, input);
  if (mistakes.length > 0 && !input.keepGoing) throw severalMistakes(mistakes);
  const merged = merge(asked, found, input);
  const shards = writeBook(merged.parts);
  // What is written has to be what a run can read.
  for (const [path, text] of shards) parseShard(path, text);
  const services = new Set(asked.map(({ name }) => folderOf(name)));
  return {
    shards: new Map([...shards].filter(([path, text]) => input.book.get(path) !== text)),
    removed: [...input.book.keys()].filter((path) => services.has(serviceOf(path)) && !shards.has(path)).sort(),
    changes: merged.changes,
    counts: { families: asked.length, ...merged.counts },
    notices: [...mistakes.map(({ message }) => `${message} Its prices stay as they are.`), ...merged.notices],
  };
}

function isAsked(name: string, { services, listOf }: BookUpdateInput): boolean {
  const [provider = '', service = ''] = name.split('.');
  return services?.includes(service) !== false && listOf(provider) !== null;
}

/** The price list and its code with the prices that it has for a family. */
interface Found {
  readonly prices: readonly ListedPrice[];
  readonly source: string;
}

async function ask(asked: readonly ListedFamily[], { listOf, regions, now }: BookUpdateInput) {
  const found = new Map<string, Found>();
  const mistakes: PricingError[] = [];
  for (const [provider, families] of Map.groupBy(asked, ({ name }) => name.split('.')[0] ?? '')) {
    const list = listOf(provider);
    if (list === null) continue;
    const answer = await askForPrices(list, { families, regions, now });
    mistakes.push(...answer.mistakes);
    for (const [name, prices] of Map.groupBy(answer.prices, ({ family }) => family)) {
      found.set(name, { prices, source: list.source });
    }
  }
  return { found, mistakes };
}

function severalMistakes(mistakes: readonly PricingError[]): PricingError {
  const [first] = mistakes;
  if (first !== undefined && mistakes.length === 1) return first;
  const lines = mistakes.map(({ message }) => `  ${message}`).join('\n');
  return new PricingError(
    'prices update',
    `The answers for ${mistakes.length} families cannot be taken over. Nothing is written; --keep-going leaves these families as they are:\n${lines}`,
  );
}

interface Merged {
  readonly parts: readonly ShardPart[];
  readonly changes: readonly PriceChange[];
  readonly counts: Omit<BookUpdate['counts'], 'families'>;
  readonly notices: readonly string[];
}

/** Puts what was found into the prices of the services that were asked for. */
function merge(
  asked: readonly ListedFamily[],
  found: ReadonlyMap<string, Found>,
  { book, families, now }: BookUpdateInput,
): Merged {
  const declared = new Map(families.map((family) => [family.name, family]));
  const askedNames = new Set(asked.map(({ name }) => name));
  const parts: ShardPart[] = [];
  const changes: PriceChange[] = [];
  const notices: string[] = [];
  let [added, confirmed, kept] = [0, 0, 0];
  for (const folder of new Set(asked.map(({ name }) => folderOf(name)))) {
    const before = bookPrices(book, folder, (name) => declared.get(name));
    for (const family of families.filter(({ name }) => folderOf(name) === folder)) {
      const old = before.get(family.name) ?? [];
      const news = found.get(family.name);
      if (askedNames.has(family.name) && news === undefined) notices.push(noticeOfNothing(family, old));
      const byKey = new Map(old.map((price) => [keyOf(price), price]));
      for (const { region, values, tiers } of news?.prices ?? []) {
        const price = { region, values, tiers, source: news?.source ?? '', date: now, derived: false };
        const known = byKey.get(keyOf(price));
        if (known === undefined) added += 1;
        else if (known.tiers === tiers) confirmed += 1;
        else changes.push(priceChange(family.name, known, price));
        byKey.set(keyOf(price), price);
      }
      if (askedNames.has(family.name)) kept += byKey.size - (news?.prices.length ?? 0);
      if (byKey.size > 0) parts.push({ family, prices: [...byKey.values()] });
    }
  }
  return { parts, changes, counts: { added, changed: changes.length, confirmed, kept }, notices };
}

function noticeOfNothing({ name }: RateFamily, old: readonly CompiledPrice[]): string {
  const [oldest] = old.map(({ date }) => date).sort();
  if (oldest === undefined) return `${name}: the price list has no prices that fit, and the book has none.`;
  return `${name}: the price list has no prices that fit; the ${old.length} of the book stay, of ${oldest} and later.`;
}

/** `aws/ebs`, of `aws.ebs.volume-gp3`. */
function folderOf(name: string): string {
  return name.split('.').slice(0, 2).join('/');
}

function keyOf({ region, values }: Pick<CompiledPrice, 'region' | 'values'>): string {
  return [region, ...values].join('\t');
}
