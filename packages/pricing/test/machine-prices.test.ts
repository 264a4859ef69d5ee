import { expect, it } from 'vitest';
import { amountText, openPriceBook } from '../src/index.ts';
import { files } from './estimate.ts';

/** Prices of virtual machines that everybody knows from the public pages of Azure and Google. */
it.each([
  ['azure.vm.instance', 'eastus', { size: 'D2s_v3' }, '0.096'],
  ['azure.vm.instance', 'eastus', { size: 'D2as_v5' }, '0.086'],
  ['azure.vm.instance', 'eastus', { size: 'B2ats_v2' }, '0.0094'],
  ['azure.vm.instance-windows', 'westeurope', { size: 'D2s_v3' }, '0.212'],
  ['azure.vm.windows-license', 'eastus', { size: 'D2s_v3' }, '0.092'],
  ['azure.vm.windows-license', 'eastus', { size: 'D2s_v5' }, '0.092'],
  ['google.compute.instance', 'us-central1', { machineType: 'e2-medium' }, '0.03350571'],
  ['google.compute.instance', 'us-central1', { machineType: 'n1-standard-1' }, '0.04749975'],
  ['google.compute.instance-spot', 'us-central1', { machineType: 'e2-medium' }, '0.020106'],
])('%s in %s %j costs %s', (rate, region, dimensions, price) => {
  const found = openPriceBook(files).priceOf({ rate, region, dimensions });
  expect(found.kind === 'priced' ? amountText(found.tiers[0].price) : found.reason).toBe(price);
});

it('tells which prices are computed, such as those of machine types from cores and memory', () => {
  const book = openPriceBook(files);
  const derived = [
    book.priceOf({ rate: 'azure.vm.instance', region: 'eastus', dimensions: { size: 'D2s_v3' } }),
    book.priceOf({ rate: 'azure.vm.instance', region: 'eastus', dimensions: { size: 'D2as_v5' } }),
    book.priceOf({ rate: 'google.compute.instance', region: 'us-central1', dimensions: { machineType: 'e2-medium' } }),
  ].map((price) => price.kind === 'priced' && price.derived);
  expect(derived).toEqual([false, true, true]);
});
