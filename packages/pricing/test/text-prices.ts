import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type RateFamily, readFamilies } from '../src/families/rate-family.ts';
import { amount } from '../src/money/amount.ts';
import type { FoundPrice, PriceSource } from '../src/prices/price.ts';

const folder = join(import.meta.dirname, '..', 'data', 'families');

let declared: ReadonlyMap<string, RateFamily> | undefined;

/** All rate families of the project, by name; read once. */
export function allFamilies(): ReadonlyMap<string, RateFamily> {
  declared ??= declaredFamilies();
  return declared;
}

function declaredFamilies(): ReadonlyMap<string, RateFamily> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.yaml'));
  const families = files.sort().flatMap((path) => readFamilies(path, readFileSync(join(folder, path), 'utf8')));
  return new Map(families.map((family) => [family.name, family]));
}

/**
 * Prices that a test writes down, one a line, the same in all regions:
 *
 *     aws.ec2.instance t3.large 0.0832        the values of the dimensions, divided by commas
 *     aws.ebs.volume-gp3 0.08
 *     aws.datatransfer.internet-out 0.09;10240:0.085
 */
export function textPrices(text: string): PriceSource {
  const families = allFamilies();
  const prices = new Map<string, FoundPrice>();
  for (const line of text.split('\n').map((each) => each.trim())) {
    if (line === '') continue;
    const [, name = '', values = '', tiers = ''] = /^(\S+)(?:\s+(.*?))?\s+(\S+)$/.exec(line) ?? [];
    const family = families.get(name);
    if (family === undefined) throw new Error(`${name} is not declared in data/families.`);
    const key = values === '' ? [] : values.split(',').map((value) => value.trim());
    if (key.length !== family.dimensions.length)
      throw new Error(`${name} has the dimensions ${family.dimensions.join()}.`);
    prices.set([name, ...key].join('\t'), priceOf(family, tiers));
  }
  return {
    priceOf({ rate, dimensions }) {
      const family = families.get(rate);
      if (family === undefined) throw new Error(`${rate} is not declared in data/families.`);
      const wanted = [...family.dimensions].sort().join();
      if (Object.keys(dimensions).sort().join() !== wanted) throw new Error(`${rate} has the dimensions ${wanted}.`);
      const key = [rate, ...family.dimensions.map((name) => dimensions[name])].join('\t');
      return prices.get(key) ?? { kind: 'missing', reason: `no price for ${key.replaceAll('\t', ' ')}` };
    },
  };
}

function priceOf({ unit }: RateFamily, text: string): FoundPrice {
  const [first = '', ...rest] = text.split(';');
  const tiers = rest.map((tier) => {
    const [start = '', price = ''] = tier.split(':');
    return { start: amount(start), price: amount(price) };
  });
  return {
    kind: 'priced',
    unit,
    currency: 'USD',
    tiers: [{ start: amount(0), price: amount(first) }, ...tiers],
    source: 'TEST',
    date: '2026-01-01',
    derived: false,
  };
}
