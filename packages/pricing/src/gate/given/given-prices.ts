import type { JsonObject } from '@tollgate/policy-engine';
import { isList, isObject, type JsonValue } from '@tollgate/terraform';
import { type Amount, parseAmount } from '../../money/amount.ts';
import type { PriceSource, RateQuery } from '../../prices/price.ts';

/** A JSON Schema of the prices that a test case gives. */
export const givenPricesSchema: JsonObject = {
  type: 'array',
  description: 'Prices that go before those of the price book, in USD; spot prices are in no book.',
  items: {
    type: 'object',
    required: ['rate', 'price'],
    additionalProperties: false,
    properties: {
      rate: { type: 'string', minLength: 1, description: '`aws.ec2.instance-spot`.' },
      dimensions: {
        type: 'object',
        additionalProperties: { type: 'string' },
        description: 'Of the rate, such as `{ instanceType: m5.large }`; what is left out has any value.',
      },
      price: { type: 'number', minimum: 0, description: 'Of one unit.' },
    },
  },
};

/** Prices of which some are given by a test case. */
export function withGivenPrices(prices: PriceSource, given: JsonValue | undefined): PriceSource {
  const own = (isList(given) ? given.filter(isObject) : []).flatMap(({ rate, dimensions, price }) => {
    const amount = parseAmount(String(price));
    return amount === undefined ? [] : [{ rate, dimensions: isObject(dimensions) ? dimensions : {}, amount }];
  });
  return {
    priceOf(query) {
      const found = own.find((each) => each.rate === query.rate && hasDimensions(query, each.dimensions));
      return found === undefined ? prices.priceOf(query) : ownPrice(found.amount);
    },
  };
}

function hasDimensions({ dimensions }: RateQuery, wanted: JsonObject): boolean {
  return Object.entries(wanted).every(([name, value]) => dimensions[name] === value);
}

function ownPrice(price: Amount): ReturnType<PriceSource['priceOf']> {
  const start = price.times(0);
  return { kind: 'priced', unit: '', currency: 'USD', tiers: [{ start, price }], source: '', date: '', derived: false };
}
