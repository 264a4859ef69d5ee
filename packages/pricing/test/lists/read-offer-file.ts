// Reads the offer file of a server as `tollgate prices update` does, and sends what it took: forked by a test and by a script.
import { join } from 'node:path';
import { familyFinder } from '../../src/families/family-finder.ts';
import { pricingFolder } from '../../src/pricing-files.ts';
import { awsOfferFiles } from '../../src/sources/aws/offer-files.ts';
import { askForPrices } from '../../src/sources/listed-prices.ts';
import { isListed } from '../../src/sources/price-list.ts';

const [endpoint = ''] = process.argv.slice(2);
// Only the families of one service, since those of all take as much memory as the offer file may.
const familyOf = familyFinder(pricingFolder(join(import.meta.dirname, '..', '..', 'data')));
const families = [familyOf('aws.ec2.instance')].flatMap((family) => family ?? []).filter(isListed);
const network = { fetch, sleep: async () => {}, tell: () => {} };
const start = performance.now();
const { prices } = await askForPrices(awsOfferFiles({ network, endpoint }), {
  families,
  regions: null,
  now: '2026-11-20',
});
process.send?.({
  prices: prices.length,
  seconds: Math.round((performance.now() - start) / 100) / 10,
  peakMegabytes: Math.round(process.resourceUsage().maxRSS / 1024),
});
process.disconnect();
