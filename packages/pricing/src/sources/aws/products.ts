import { broken, type Fields, fieldsOf, isFields, textOf, textsOf } from '../answer.ts';
import type { ListPrice, ListProduct } from '../list-price.ts';

/**
 * Reads a product of the AWS price list, which is the same in answers of the API and in offer files.
 * @throws PricingError when its parts are missing.
 */
export function readProduct(value: unknown, offer: string, place: string): ListProduct {
  const product = fieldsOf(value, place, 'a product');
  const id = textOf(product.sku, place, 'the SKU of a product');
  const attributes = textsOf(fieldsOf(product.attributes, place, `"attributes" of ${id}`));
  const { usagetype = '' } = attributes;
  const productFamily = typeof product.productFamily === 'string' ? product.productFamily : '';
  return {
    id,
    offer,
    productFamily,
    usageType: usagetype,
    attributes,
    regions: regionsOf(attributes),
  };
}

/**
 * Data transfer has the region that it starts from. What is sold everywhere has the location "Any" or "Global", or none; with the
 * name of a place and no code it is of a region that is not known, and never of all.
 */
function regionsOf({ regionCode, fromRegionCode, location, fromLocation = location }: ListProduct['attributes']) {
  const region = regionCode || fromRegionCode;
  if (region) return [region];
  return ['', 'Any', 'Global'].includes(fromLocation ?? '') ? ['global'] : [];
}

/** Reads what a product costs on demand. `terms` has its offers by their code. @throws PricingError for what is no price. */
export function onDemandPrices(product: ListProduct, terms: unknown, place: string): readonly ListPrice[] {
  return Object.values(fieldsOf(terms, place, `terms of ${product.id}`)).map((value): ListPrice => {
    const term = fieldsOf(value, place, `a term of ${product.id}`);
    const dimensions = Object.values(fieldsOf(term.priceDimensions, place, `"priceDimensions" of ${product.id}`)).map(
      (each) => fieldsOf(each, place, `a price of ${product.id}`),
    );
    const [unit, ...others] = [
      ...new Set(dimensions.map((each) => textOf(each.unit, place, `a unit of ${product.id}`))),
    ];
    if (unit === undefined || others.length > 0) throw broken(place, `${product.id} has no unit, or several`);
    const prices = dimensions.map((each) => priceOf(each, product.id, place));
    const currency = prices.find((price) => price.currency !== 'USD')?.currency ?? 'USD';
    return {
      product,
      unit,
      currency,
      effective: textOf(term.effectiveDate, place, `"effectiveDate" of ${product.id}`),
      tiers: prices.map(({ start, price }) => ({ start, price })),
    };
  });
}

function priceOf({ beginRange, pricePerUnit }: Fields, id: string, place: string) {
  const perUnit = isFields(pricePerUnit) ? textsOf(pricePerUnit) : {};
  const [currency] = 'USD' in perUnit ? ['USD'] : Object.keys(perUnit);
  const price = currency === undefined ? undefined : perUnit[currency];
  if (currency === undefined || price === undefined) throw broken(place, `${id} has no price`);
  return { currency, price, start: typeof beginRange === 'string' ? beginRange : '0' };
}
