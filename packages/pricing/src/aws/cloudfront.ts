import type { Bill } from '../estimate/bill.ts';
import type { FactRow } from '../facts/table.ts';
import type { CostModel } from '../model.ts';
import { amount } from '../money/amount.ts';
import type { Attributes } from '../resource/attributes.ts';
import type { BilledResource } from '../resource/billed-resource.ts';

const behaviors = ['default_cache_behavior', 'ordered_cache_behavior'];

/**
 * `aws_cloudfront_distribution`: data and requests by the area of viewers, and what is chosen beside them. Standard logs are free;
 * lines of real-time logs are not. What is free for an account (1,000 invalidations, the first TB) is not taken off.
 */
const distribution: CostModel = {
  types: ['aws_cloudfront_distribution'],
  bill(resource, bill) {
    const { usage } = resource;
    bill.line('Field level encryption requests', () => {
      const quantity = usage.number('monthly_encryption_requests');
      if (quantity === undefined && !isInBehaviors(resource, 'field_level_encryption_id')) return null;
      const rate = 'aws.cloudfront.field-level-encryption-requests';
      return { unit: '10k requests', rate, quantity, per: 10_000, usageBased: true };
    });
    bill.line('Real-time log requests', () => {
      const quantity = usage.number('monthly_log_lines');
      if (quantity === undefined && !isInBehaviors(resource, 'realtime_log_config_arn')) return null;
      const rate = 'aws.cloudfront.real-time-log-lines';
      return { unit: '1M lines', rate, quantity, per: 1_000_000, usageBased: true };
    });
    bill.line('Dedicated IP custom SSLs', () => {
      if (resource.block('viewer_certificate')?.text('ssl_support_method') !== 'vip') return null;
      const quantity = usage.number('custom_ssl_certificates') ?? amount(1);
      return { unit: 'certificates', rate: 'aws.cloudfront.dedicated-ip-certificate', quantity };
    });
    billOriginShields(resource, bill);
    bill.line('Invalidation requests', () => {
      const quantity = usage.number('monthly_invalidation_requests');
      return { unit: 'paths', rate: 'aws.cloudfront.invalidation-paths', quantity, usageBased: true };
    });
    for (const area of areasOf(resource)) billArea(resource, bill, area);
  },
};

/** Whether a cache behavior, of which there can be many, has a setting. */
function isInBehaviors(resource: BilledResource, setting: string): boolean {
  return behaviors.flatMap((name) => resource.blocks(name)).some((behavior) => behavior.has(setting));
}

/** Requests to a shield count by its region; usage has them by area, so that one of two shields in an area stands for both. */
function billOriginShields(resource: BilledResource, bill: Bill): void {
  const keys = new Set<string>();
  for (const origin of resource.blocks('origin')) {
    bill.line('Origin shield HTTP requests', () => {
      const region = shieldRegion(origin);
      if (region === null) return null;
      const key = resource.facts('aws/cloudfront-shield-regions').row(region)?.key ?? region;
      if (keys.has(key)) return null;
      keys.add(key);
      return {
        name: `Origin shield HTTP requests (${region})`,
        unit: '10k requests',
        rate: 'aws.cloudfront.origin-shield-requests',
        quantity: resource.usage.part('monthly_shield_requests').number(key),
        per: 10_000,
        usageBased: true,
        region,
      };
    });
  }
}

function shieldRegion(origin: Attributes): string | null {
  const shield = origin.block('origin_shield');
  return shield?.flag('enabled') === true ? shield.text('origin_shield_region', 'us-east-1') : null;
}

const amounts = [
  { label: 'Data transfer out to internet', key: 'monthly_data_transfer_to_internet_gb', rate: 'internet-out' },
  { label: 'Data transfer out to origin', key: 'monthly_data_transfer_to_origin_gb', rate: 'origin-out' },
];
const requests = [
  { label: 'HTTP requests', key: 'monthly_http_requests', rate: 'http-requests' },
  { label: 'HTTPS requests', key: 'monthly_https_requests', rate: 'https-requests' },
];

/** The areas that usage names; the first one stands for them when it names none. */
function areasOf({ usage, facts }: BilledResource): readonly FactRow[] {
  const { rows } = facts('aws/cloudfront-areas');
  const named = rows.filter(({ key = '' }) =>
    [...amounts, ...requests].some((each) => usage.part(each.key).number(key) !== undefined),
  );
  return named.length > 0 ? named : rows.slice(0, 1);
}

function billArea(
  { usage }: BilledResource,
  bill: Bill,
  { key: area = '', location = '', area: name = '' }: FactRow,
): void {
  const group = bill.group(name);
  const dimensions = { area: location };
  for (const { label, key, rate } of amounts) {
    const quantity = usage.part(key).number(area);
    group.line(label, () => ({ unit: 'GB', rate: `aws.cloudfront.${rate}`, dimensions, quantity, usageBased: true }));
  }
  for (const { label, key, rate } of requests) {
    const quantity = usage.part(key).number(area);
    group.line(label, () => ({
      unit: '10k requests',
      rate: `aws.cloudfront.${rate}`,
      dimensions,
      quantity,
      per: 10_000,
      usageBased: true,
    }));
  }
}

/** `aws_cloudfront_function`: invocations. The two million of an account that are free are not taken off. */
const cloudfrontFunction: CostModel = {
  types: ['aws_cloudfront_function'],
  bill({ usage }, bill) {
    bill.line('Total number of invocations', () => ({
      unit: '1M invocations',
      rate: 'aws.cloudfront.function-invocations',
      quantity: usage.number('monthly_requests'),
      per: 1_000_000,
      usageBased: true,
      tiers: 'first',
    }));
  },
};

export const cloudFrontModels: readonly CostModel[] = [distribution, cloudfrontFunction];
