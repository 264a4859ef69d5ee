import { amountText, type FoundPrice, openPriceBook, type RateQuery, sourceNames } from '@tollgate/pricing';
import { toJson, visible } from '@tollgate/reporting';
import { Command, Option } from 'commander';
import { UsageError } from '../../error.ts';
import { writeResult } from '../../output.ts';
import { openPriceFiles } from '../../prices/price-files.ts';
import { rateText, tiersText } from '../../prices/rate-text.ts';
import type { Terminal } from '../../terminal.ts';

interface LookupOptions {
  readonly region: string;
  readonly format: 'text' | 'json';
  readonly output?: string;
}

/** `tollgate prices lookup RATE [NAME=VALUE…]`: the price of a rate. */
export function lookupCommand(terminal: Terminal): Command {
  return new Command('lookup')
    .description('Look up the price of a rate, with its source and date.')
    .argument('<rate>', 'name of the rate, such as aws.ec2.instance')
    .argument('[dimension...]', 'what the price depends on beside the region, such as instanceType=m5.large')
    .option('--region <region>', 'region of the provider', 'us-east-1')
    .addOption(new Option('--format <format>', 'how the result is written').choices(['text', 'json']).default('text'))
    .option('--output <file>', 'write the result to a file instead of standard output')
    .action((rate: string, given: readonly string[], { region, format, output }: LookupOptions) => {
      const files = openPriceFiles(terminal);
      const query = { rate, region, dimensions: dimensionsOf(given) };
      const price = openPriceBook(files).priceOf(query);
      if (price.kind === 'missing') {
        throw new UsageError(`There is no price: ${price.reason}. "tollgate prices info" shows what the book has.`);
      }
      const sourceName = sourceNames(files)(price.source);
      const text =
        format === 'json' ? toJson(lookupResult(query, price, sourceName)) : priceText(query, price, sourceName);
      writeResult(text, output, terminal);
    });
}

function dimensionsOf(given: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    given.map((text) => {
      const divider = text.indexOf('=');
      if (divider > 0) return [text.slice(0, divider), text.slice(divider + 1)];
      throw new UsageError(
        `A dimension is written NAME=VALUE, and "${text}" is none. Write for example instanceType=m5.large.`,
      );
    }),
  );
}

function priceText(query: RateQuery, price: FoundPrice, sourceName: string): string {
  const derived = price.derived ? ', derived from other prices' : '';
  return [
    `${rateText(query)} in ${query.region}`,
    `  price   ${tiersText(price)}`,
    `  source  ${sourceName}, ${price.date}${derived}`,
    '',
  ]
    .map(visible)
    .join('\n');
}

function lookupResult({ rate, region, dimensions }: RateQuery, price: FoundPrice, sourceName: string) {
  const { currency, unit, source, date, derived } = price;
  const tiers = price.tiers.map((tier) => ({ start: amountText(tier.start), price: amountText(tier.price) }));
  const about = { rate, region, dimensions, currency, unit, tiers };
  return { kind: 'PriceLookup', version: 1, ...about, source, sourceName, date, derived };
}
