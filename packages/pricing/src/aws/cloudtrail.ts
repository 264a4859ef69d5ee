import type { CostModel } from '../model.ts';
import { amount } from '../money/amount.ts';
import type { BilledResource } from '../resource/billed-resource.ts';

/**
 * `aws_cloudtrail`: events beyond the first copy of the management events of a region, which is free. What a trail does not
 * select has no cost; usage that is told for it is billed nevertheless, since selectors can be elsewhere.
 */
const trail: CostModel = {
  types: ['aws_cloudtrail'],
  bill(resource, bill) {
    const { usage } = resource;
    const events = (key: string, rate: string, isSelected: () => boolean) => {
      const quantity = usage.number(key);
      const isBilled = quantity !== undefined || (resource.flag('enable_logging', true) && isSelected());
      return isBilled ? { unit: '100k events', rate, quantity, per: 100_000, usageBased: true } : null;
    };
    bill.line('Management events (additional copies)', () =>
      events('monthly_additional_management_events', 'aws.cloudtrail.management-events', () =>
        selectsManagement(resource),
      ),
    );
    bill.line('Data events', () =>
      events('monthly_data_events', 'aws.cloudtrail.data-events', () => selectsData(resource)),
    );
    bill.line('Insight events', () =>
      events('monthly_insight_events', 'aws.cloudtrail.insight-events', () => resource.has('insight_selector')),
    );
  },
};

function selectsManagement(resource: BilledResource): boolean {
  const [simple, advanced] = [resource.blocks('event_selector'), resource.blocks('advanced_event_selector')];
  if (simple.length === 0 && advanced.length === 0) return true;
  return (
    simple.some((selector) => selector.flag('include_management_events', true)) ||
    categories(resource).includes('Management')
  );
}

function selectsData(resource: BilledResource): boolean {
  return (
    resource.blocks('event_selector').some((selector) => selector.has('data_resource')) ||
    categories(resource).includes('Data')
  );
}

/** What the advanced selectors are for: `Management`, `Data`, `NetworkActivity`. */
function categories(resource: BilledResource): readonly string[] {
  return resource
    .blocks('advanced_event_selector')
    .flatMap((selector) => selector.blocks('field_selector'))
    .filter((field) => field.text('field') === 'eventCategory')
    .flatMap((field) => field.texts('equals'));
}

/**
 * `aws_cloudtrail_event_data_store`: what it takes in, which includes a year of storage or all seven, what it keeps longer, and
 * what queries scan.
 */
const eventDataStore: CostModel = {
  types: ['aws_cloudtrail_event_data_store'],
  bill(resource, bill) {
    const { usage } = resource;
    const isFixed = () => resource.text('billing_mode', 'EXTENDABLE_RETENTION_PRICING') === 'FIXED_RETENTION_PRICING';
    bill.line('Data ingested', () => {
      const rate = isFixed() ? 'aws.cloudtrail.lake-ingested-seven-years' : 'aws.cloudtrail.lake-ingested';
      return { unit: 'GB', rate, quantity: usage.number('monthly_data_ingested_gb'), usageBased: true };
    });
    bill.line('Storage after a year', () => {
      if (isFixed() || resource.number('retention_period', 2555).lte(amount(366))) return null;
      const rate = 'aws.cloudtrail.lake-stored';
      return { unit: 'GB', rate, quantity: usage.number('storage_gb'), usageBased: true };
    });
    bill.line('Queries data scanned', () => ({
      unit: 'GB',
      rate: 'aws.cloudtrail.lake-scanned',
      quantity: usage.number('monthly_data_scanned_gb'),
      usageBased: true,
    }));
  },
};

export const cloudTrailModels: readonly CostModel[] = [trail, eventDataStore];
