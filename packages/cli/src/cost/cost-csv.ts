import type { CostComponent, CostReport, ResourceCost } from '@tollgate/pricing';
import { visible } from '@tollgate/reporting';

const columns = [
  'address',
  'type',
  'region',
  'status',
  'group',
  'component',
  'quantity',
  'unit',
  'unit_price',
  'monthly_cost',
  'currency',
  'component_status',
  'rate',
  'reason',
  'price_source',
  'price_date',
  'file',
  'line',
  'rules',
  'root_module',
] as const;

/** Writes a report as comma-separated values (RFC 4180), a component a line; a resource without components has a line of its own. */
export function costCsv({ resources, currency }: CostReport): string {
  const rows = resources.flatMap((resource) => {
    const { components } = resource;
    return components.length === 0
      ? [row(resource, null, currency)]
      : components.map((component) => row(resource, component, currency));
  });
  return [columns, ...rows].map((cells) => `${cells.map(cell).join(',')}\r\n`).join('');
}

function row(resource: ResourceCost, component: CostComponent | null, currency: string): readonly string[] {
  const { address, type, region, status, source, rootModule = '' } = resource;
  const place = source === null ? ['', ''] : [source.file, String(source.startLine)];
  return [
    address,
    type,
    region,
    status,
    component?.group.join('.') ?? '',
    component?.name ?? '',
    component?.monthlyQuantity ?? '',
    component?.unit ?? '',
    component?.unitPrice ?? '',
    component === null ? costAlone(status) : (component.monthlyCost ?? ''),
    currency,
    component?.status ?? '',
    component?.rate ?? '',
    component?.reason ?? '',
    component?.price?.source ?? '',
    component?.price?.date ?? '',
    ...place,
    component?.rules?.join('; ') ?? '',
    rootModule,
  ];
}

/** The cost of a resource without components: what has no cost model is not known to cost nothing. */
function costAlone(status: ResourceCost['status']): string {
  return status === 'unsupported' ? '' : '0';
}

/** Text that a spreadsheet would run as a formula begins with an apostrophe; what a terminal would obey becomes visible. */
function cell(value: string): string {
  const shown = visible(value);
  const harmless = /^[=+\-@]/.test(shown) ? `'${shown}` : shown;
  return /[",]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
