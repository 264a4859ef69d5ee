/** A product with its price on demand, in the shape of the AWS price list. */
export interface AwsProduct {
  readonly sku: string;
  readonly productFamily: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly unit: string;
  /** Prices by the start of their tier. */
  readonly prices: Readonly<Record<string, string>>;
  readonly currency?: string;
  readonly effective?: string;
}

/** A Linux instance as the price list has it. */
export function instance(region: string, prefix: string, type: string, price: string): AwsProduct {
  return {
    sku: `INSTANCE${prefix}${type}`.replaceAll(/[^A-Za-z0-9]/g, '').toUpperCase(),
    productFamily: 'Compute Instance',
    attributes: {
      servicecode: 'AmazonEC2',
      locationType: 'AWS Region',
      regionCode: region,
      instanceType: type,
      operatingSystem: 'Linux',
      tenancy: 'Shared',
      preInstalledSw: 'NA',
      capacitystatus: 'Used',
      usagetype: `${prefix}BoxUsage:${type}`,
      operation: 'RunInstances',
    },
    unit: 'Hrs',
    prices: { 0: price },
  };
}

/** A volume of the kind gp3. */
export function volume(region: string, prefix: string, price: string, locationType = 'AWS Region'): AwsProduct {
  return {
    sku: `VOLUME${prefix}${locationType}`.replaceAll(/[^A-Za-z0-9]/g, '').toUpperCase(),
    productFamily: 'Storage',
    attributes: {
      servicecode: 'AmazonEC2',
      locationType,
      regionCode: region,
      volumeApiName: 'gp3',
      usagetype: `${prefix}EBS:VolumeUsage.gp3`,
    },
    unit: 'GB-Mo',
    prices: { 0: price },
  };
}

/** One answer of the API, which has a product in every text of `PriceList`. */
export function apiProduct(product: AwsProduct) {
  const { sku, productFamily, attributes } = product;
  return { product: { sku, productFamily, attributes }, serviceCode: attributes.servicecode, terms: termsOf(product) };
}

/** An offer file: all products, then all terms, on demand and reserved. */
export function offerFile(offer: string, products: readonly AwsProduct[]): string {
  const bySku = (make: (product: AwsProduct) => unknown) =>
    Object.fromEntries(products.map((product) => [product.sku, make(product)]));
  return JSON.stringify(
    {
      formatVersion: 'v1.0',
      offerCode: offer,
      version: '20261001000000',
      publicationDate: '2026-10-01T00:00:00Z',
      products: bySku(({ sku, productFamily, attributes }) => ({ sku, productFamily, attributes })),
      terms: {
        OnDemand: bySku((product) => termsOf(product).OnDemand),
        Reserved: bySku((product) => termsOf({ ...product, prices: { 0: '0.001' } }).OnDemand),
      },
    },
    null,
    2,
  );
}

function termsOf({ sku, unit, prices, currency = 'USD', effective = '2026-09-01' }: AwsProduct) {
  const starts = Object.keys(prices);
  const dimensions = Object.entries(prices).map(([start, price], index) => [
    `${sku}.JRTCKXETXF.${index}`,
    {
      rateCode: `${sku}.JRTCKXETXF.${index}`,
      description: 'as the list says',
      beginRange: start,
      endRange: starts[index + 1] ?? 'Inf',
      unit,
      pricePerUnit: { [currency]: price },
      appliesTo: [],
    },
  ]);
  return {
    OnDemand: {
      [`${sku}.JRTCKXETXF`]: {
        offerTermCode: 'JRTCKXETXF',
        sku,
        effectiveDate: `${effective}T00:00:00Z`,
        priceDimensions: Object.fromEntries(dimensions),
        termAttributes: {},
      },
    },
  };
}
