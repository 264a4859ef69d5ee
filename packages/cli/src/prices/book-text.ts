import type { BookSummary, ServiceSummary } from '@tollgate/pricing';
import { counted, textColumns } from '@tollgate/reporting';

/** Writes what the price book has as a table, a service a line, with the sources explained below. */
export function bookText({ services }: BookSummary, sourceName: (code: string) => string): string {
  const count = services.reduce((sum, { prices }) => sum + prices, 0);
  const dates = services.flatMap(({ oldest, newest }) => [oldest, newest]).sort();
  const span = services.length === 0 ? '' : `, of ${dates[0]} to ${dates.at(-1)}`;
  const codes = [...new Set(services.flatMap(({ sources }) => sources))].sort();
  return [
    `Price book: ${counted(count, 'price')} of ${counted(services.length, 'service')}${span}.`,
    '',
    ...textColumns([['Service', 'Rates', 'Prices', 'Regions', 'Dates', 'Sources'], ...services.map(serviceRow)]),
    '',
    'Sources',
    ...textColumns(codes.map((code) => [`  ${code}`, sourceName(code)])),
    '',
  ].join('\n');
}

function serviceRow({ service, rates, prices, regions, oldest, newest, sources }: ServiceSummary): readonly string[] {
  const dates = oldest === newest ? oldest : `${oldest} to ${newest}`;
  const places = regions === 0 ? 'all' : String(regions);
  return [service, String(rates.length), prices.toLocaleString('en-US'), places, dates, sources.join(', ')];
}
