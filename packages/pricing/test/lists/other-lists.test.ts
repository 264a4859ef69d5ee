import { afterEach, describe, expect, it } from 'vitest';
import { readFamilies } from '../../src/families/rate-family.ts';
import { azureRetailPrices } from '../../src/sources/azure/retail-prices.ts';
import { googleCatalog } from '../../src/sources/google/catalog.ts';
import { askForPrices, type ListedPrices } from '../../src/sources/listed-prices.ts';
import { isListed } from '../../src/sources/price-list.ts';
import { type PriceListContent, type PriceListServer, startPriceLists } from './price-list-server.ts';

let server: PriceListServer | undefined;
afterEach(() => server?.close());

function linesOf({ prices, mistakes }: ListedPrices): readonly string[] {
  const lines = prices.map(({ family, region, values, tiers, unit }) =>
    [family, region, ...values, `${tiers}/${unit}`].join(' '),
  );
  return [...lines.sort(), ...mistakes.map(({ message }) => message)];
}

function familiesOf(text: string) {
  return readFamilies('x.yaml', text).filter(isListed);
}

const azureFamilies = familiesOf(`
families:
  - name: azure.vm.linux
    unit: hour
    dimensions: [size]
    list: { offer: Virtual Machines, productName: '/Virtual Machines (?!.*Windows).*/', skuName: '/(?!.*(Spot|Low Priority)).*/', dimensions: { size: armSkuName } }
  - name: azure.storage.operations
    unit: operation
    list: { offer: Storage, meterName: LRS Write Operations }
  - name: azure.bandwidth.out
    unit: GB
    list: { offer: Bandwidth, meterName: Standard Data Transfer Out }
`);

function item(change: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const { meterName, armRegionName = 'westeurope', skuName, retailPrice } = change;
  return {
    currencyCode: 'USD',
    tierMinimumUnits: 0,
    effectiveStartDate: '2026-01-01T00:00:00Z',
    unitOfMeasure: '1 Hour',
    type: 'Consumption',
    isPrimaryMeterRegion: true,
    ...change,
    armRegionName,
    unitPrice: retailPrice,
    meterId: `${meterName}-${armRegionName}`,
    skuId: skuName,
  };
}
const machine = {
  serviceName: 'Virtual Machines',
  productName: 'Virtual Machines Dsv5 Series',
  skuName: 'D2s v5',
  armSkuName: 'Standard_D2s_v5',
  meterName: 'D2s v5',
};
const transfer = {
  serviceName: 'Bandwidth',
  meterName: 'Standard Data Transfer Out',
  skuName: 'Standard',
  unitOfMeasure: '1 GB',
};
const items = [
  item({ ...machine, retailPrice: 0.115 }),
  item({ ...machine, retailPrice: 0.11, effectiveStartDate: '2025-01-01T00:00:00Z' }),
  item({
    ...machine,
    retailPrice: 0.2,
    productName: 'Virtual Machines Dsv5 Series Windows',
    meterName: 'D2s v5 Windows',
  }),
  item({ ...machine, retailPrice: 0.02, skuName: 'D2s v5 Spot', meterName: 'D2s v5 Spot' }),
  item({ ...machine, retailPrice: 300, type: 'Reservation', reservationTerm: '1 Year' }),
  item({ ...machine, retailPrice: 0.096, armRegionName: 'eastus' }),
  item({
    serviceName: 'Storage',
    meterName: 'LRS Write Operations',
    skuName: 'Hot LRS',
    unitOfMeasure: '10K',
    retailPrice: 0.05,
  }),
  item({ ...transfer, retailPrice: 0 }),
  item({ ...transfer, retailPrice: 0.087, tierMinimumUnits: 100 }),
];

async function askAzure(content: Partial<PriceListContent>, regions: readonly string[] | null = null, dimensions = {}) {
  server = await startPriceLists({ azure: items, ...content });
  const list = azureRetailPrices(server);
  return linesOf(await askForPrices(list, { families: azureFamilies, regions, dimensions, now: '2026-11-20' }));
}

const azurePrices = [
  'azure.bandwidth.out westeurope 0;100:0.087/GB',
  'azure.storage.operations westeurope 0.000005/operation',
  'azure.vm.linux eastus Standard_D2s_v5 0.096/hour',
  'azure.vm.linux westeurope Standard_D2s_v5 0.115/hour',
];

describe('the Azure Retail Prices API', () => {
  it('gives the prices of families, page by page, in their units', async () => {
    expect(await askAzure({})).toEqual(azurePrices);
    expect(server?.log.filter((line) => line.includes('from'))).not.toEqual([]);
  });

  it('gives only the regions and values that are asked for', async () => {
    expect(await askAzure({}, ['eastus'])).toEqual(['azure.vm.linux eastus Standard_D2s_v5 0.096/hour']);
    await server?.close();
    expect(await askAzure({}, ['eastus'], { size: "Standard_D2s_v5' or 'a' eq 'a" })).toEqual([]);
  });

  it('is asked again when it is busy, or the connection is lost', async () => {
    const faults = [
      { at: '/api', kind: 'busy', retryAfter: '7' },
      { at: '/api', kind: 'connection lost' },
    ] as const;
    expect(await askAzure({ faults })).toEqual(azurePrices);
    expect(server?.waits).toEqual([7000, 2000]);
  });

  it.each([
    ['not JSON', 'The answer is no JSON, or is cut off.'],
    ['cut off', 'The answer is no JSON, or is cut off.'],
  ] as const)('ends when a page is %s', async (kind, message) => {
    await expect(askAzure({ faults: [{ at: ' from 2', kind }] })).rejects.toThrow(message);
  });

  it('is not followed to another place', async () => {
    await expect(askAzure({ nextPages: 'https://elsewhere.example' })).rejects.toThrow(
      'The next page is at https://elsewhere.example, which is another place.',
    );
  });

  it('tells of two prices, and of another currency', async () => {
    const more = [
      item({ ...transfer, skuName: 'Other', retailPrice: 1 }),
      item({ ...machine, retailPrice: 1, currencyCode: 'EUR' }),
    ];
    expect((await askAzure({ azure: [...items, ...more] })).slice(-2)).toEqual([
      'azure.vm.linux: The price list has a price in EUR, and the book is in USD (westeurope, Standard_D2s_v5, D2s v5-westeurope D2s v5 Consumption).',
      expect.stringContaining('azure.bandwidth.out: The price list has two prices for one rate'),
    ]);
  });
});

const googleFamilies = familiesOf(`
families:
  - name: google.compute.n2-core
    unit: vCPU-hour
    list: { offer: Service 6F81-5844-456A, productFamily: Compute, resourceGroup: CPU, usageType: OnDemand, description: '/N2 Instance Core .*/' }
  - name: google.storage.standard
    unit: GB-month
    list: { offer: 95FF-2EF5-5EA1, resourceGroup: RegionalStorage, usageType: OnDemand }
`);

function sku(
  skuId: string,
  description: string,
  category: object,
  expression: object,
  serviceRegions = ['us-central1', 'us-east1'],
) {
  return {
    name: `services/x/skus/${skuId}`,
    skuId,
    description,
    category: { serviceDisplayName: 'x', resourceFamily: 'Compute', usageType: 'OnDemand', ...category },
    serviceRegions,
    pricingInfo: [{ effectiveTime: '2026-03-24T10:52:50.681Z', pricingExpression: expression }],
  };
}
const rate = (units: string, nanos: number, startUsageAmount = 0, currencyCode = 'USD') => ({
  startUsageAmount,
  unitPrice: { currencyCode, units, nanos },
});
const google = {
  '6F81-5844-456A': [
    sku(
      'A',
      'N2 Instance Core running in Americas',
      { resourceGroup: 'CPU' },
      { usageUnit: 'h', tieredRates: [rate('0', 31611000)] },
    ),
    sku(
      'B',
      'Spot N2 Instance Core',
      { resourceGroup: 'CPU', usageType: 'Preemptible' },
      { usageUnit: 'h', tieredRates: [rate('0', 1)] },
    ),
    sku('C', 'N2 Instance Ram', { resourceGroup: 'RAM' }, { usageUnit: 'GiBy.h', tieredRates: [rate('0', 4237000)] }),
  ],
  '95FF-2EF5-5EA1': [
    sku(
      'D',
      'Standard Storage',
      { resourceGroup: 'RegionalStorage' },
      { usageUnit: 'GiBy.mo', tieredRates: [rate('0', 0), rate('0', 20_000_000, 5)] },
      ['us-east1'],
    ),
  ],
};

async function askGoogle(content: Partial<PriceListContent>, apiKey: string | undefined = 'key') {
  server = await startPriceLists({ google, ...content });
  const list = googleCatalog({ ...server, apiKey });
  return linesOf(await askForPrices(list, { families: googleFamilies, regions: null, now: '2026-11-20' }));
}

describe("Google's Cloud Billing Catalog", () => {
  it('gives the prices of families by the name or the id of the service, for every region', async () => {
    expect(await askGoogle({})).toEqual([
      'google.compute.n2-core us-central1 0.031611/vCPU-hour',
      'google.compute.n2-core us-east1 0.031611/vCPU-hour',
      'google.storage.standard us-east1 0;5:0.02/GB-month',
    ]);
    expect(server?.log).toEqual([
      'GET /v1/services',
      'GET /v1/services/6F81-5844-456A/skus',
      'GET /v1/services/6F81-5844-456A/skus from 2',
      'GET /v1/services/95FF-2EF5-5EA1/skus',
    ]);
  });

  it('needs a key', async () => {
    await expect(askGoogle({}, '')).rejects.toThrow('Set GOOGLE_API_KEY to one that may use it.');
    await server?.close();
    await expect(askGoogle({}, 'wrong')).rejects.toThrow(
      'answered with status 403. It wants other credentials, or a key.',
    );
  });

  it.each(['not JSON', 'cut off'] as const)('ends when a page is %s', async (kind) => {
    await expect(askGoogle({ faults: [{ at: 'skus from 2', kind }] })).rejects.toThrow(
      'The answer is no JSON, or is cut off.',
    );
  });

  it.each<[string, object, string]>([
    [
      'another currency',
      { usageUnit: 'h', tieredRates: [rate('1', 0, 0, 'EUR')] },
      'a price in EUR, and the book is in USD',
    ],
    ['another unit', { usageUnit: 'mo', tieredRates: [rate('1', 0)] }, 'counts in "mo", and the rate in "vCPU-hour"'],
  ])('tells of %s', async (_, expression, message) => {
    const odd = sku('A', 'N2 Instance Core x', { resourceGroup: 'CPU' }, expression);
    expect((await askGoogle({ google: { ...google, '6F81-5844-456A': [odd] } })).at(-1)).toContain(message);
  });

  it('refuses a price that is none', async () => {
    const odd = sku('A', 'x', {}, { usageUnit: 'h', tieredRates: [rate('1e5', 0)] });
    await expect(askGoogle({ google: { '95FF-2EF5-5EA1': [odd] } })).rejects.toThrow('the price of A is no number');
  });
});
