// Reads the offer file of a server as `tollgate prices update` does, and sends what it took: forked by a test and by a script.
import { awsOfferFiles } from '../../src/sources/aws/offer-files.ts';
import { askForPrices } from '../../src/sources/listed-prices.ts';
import { isListed } from '../../src/sources/price-list.ts';
import { allFamilies } from '../text-prices.ts';

const [endpoint = ''] = process.argv.slice(2);
const families = [...allFamilies().values()].filter(isListed).filter(({ name }) => name === 'aws.ec2.instance');
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
