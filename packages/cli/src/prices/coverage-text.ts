import { isPricedIn, type RateCoverage } from '@tollgate/pricing';
import { counted, textColumns } from '@tollgate/reporting';

/** Writes what there is of single services as a table, a rate a line; with a region, whether the rate has a price there. */
export function ratesText(rates: readonly RateCoverage[], region: string | null): string {
  const head = ['Rate', 'Prices', 'Regions', 'Dates', 'Sources', ...(region === null ? [] : [region])];
  const rows = rates.map((rate) => [
    rate.rate,
    rate.prices.toLocaleString('en-US'),
    rate.isGlobal ? 'all' : String(rate.regions.length),
    rate.oldest === rate.newest ? rate.oldest : `${rate.oldest} to ${rate.newest}`,
    rate.sources.join(', '),
    ...(region === null ? [] : [isPricedIn(rate, region) ? 'yes' : 'no price']),
  ]);
  return `${[...textColumns([head, ...rows])].join('\n')}\n`;
}

/** Writes which services have prices in a region as a table, a service a line, with the rates that have none there. */
export function regionText(rates: readonly RateCoverage[], region: string): string {
  const services = [...Map.groupBy(rates, ({ service }) => service)];
  const rows = services.map(([service, all]) => {
    const missing = all.filter((rate) => !isPricedIn(rate, region));
    const names = missing.map(({ rate }) => rate.slice(service.length + 1));
    const lacks = missing.length === all.length ? 'all of them' : names.join(', ');
    return [service, String(all.length), String(all.length - missing.length), lacks];
  });
  const priced = rates.filter((rate) => isPricedIn(rate, region)).length;
  return [
    `${region}: ${priced.toLocaleString('en-US')} of ${counted(rates.length, 'rate')} have a price.`,
    '',
    ...textColumns([['Service', 'Rates', 'Priced', 'Not priced'], ...rows]),
    '',
  ].join('\n');
}
