import type { PricingFiles } from '../pricing-files.ts';
import { bookCoverage, type RateCoverage } from './book-coverage.ts';

/** What the price book has. */
export interface BookSummary {
  readonly kind: 'PriceBookSummary';
  readonly version: 1;
  readonly services: readonly ServiceSummary[];
  /** Shards that are damaged, as sentences. */
  readonly problems: readonly string[];
}

/** The prices of one service: `aws.ec2`. */
export interface ServiceSummary {
  readonly service: string;
  /** The rates that have a price. */
  readonly rates: readonly string[];
  readonly prices: number;
  readonly regions: number;
  /** The dates of the oldest and the newest price. */
  readonly oldest: string;
  readonly newest: string;
  /** Codes of `book/sources.tsv`. */
  readonly sources: readonly string[];
}

/** Counts what shards have, by service. `paths` are those of all shards: `book/aws/ebs.tsv`, `book/aws/ec2/eu-west-1.tsv`. */
export function summarizeBook(files: PricingFiles, paths: readonly string[]): BookSummary {
  const { rates, problems } = bookCoverage(files, paths);
  const byService = Map.groupBy(rates, ({ service }) => service);
  const services = [...byService].map(([service, covered]) => summarizeService(service, covered));
  return { kind: 'PriceBookSummary', version: 1, services, problems };
}

function summarizeService(service: string, rates: readonly RateCoverage[]): ServiceSummary {
  const inOrder = (texts: readonly string[]) => [...new Set(texts)].sort();
  return {
    service,
    rates: rates.map(({ rate }) => rate),
    prices: rates.reduce((sum, { prices }) => sum + prices, 0),
    regions: new Set(rates.flatMap(({ regions }) => regions)).size,
    oldest: inOrder(rates.map(({ oldest }) => oldest))[0] ?? '',
    newest: inOrder(rates.map(({ newest }) => newest)).at(-1) ?? '',
    sources: inOrder(rates.flatMap(({ sources }) => sources)),
  };
}
