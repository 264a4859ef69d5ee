import type { Bill } from '../estimate/bill.ts';
import type { CostModel } from '../model.ts';
import type { Attributes } from '../resource/attributes.ts';
import type { BilledResource } from '../resource/billed-resource.ts';
import { type ClassLine, otherClasses, type StorageClass, standardClass } from './s3-storage-classes.ts';

/** The attributes of a bucket that others name it by. */
const identifiers = ['id', 'bucket', 'arn'];

/**
 * `aws_s3_bucket`: what is stored and asked for, by storage class: the standard class, those that usage tells, and those that lifecycle
 * rules move objects to, be the rules of the bucket or of its `aws_s3_bucket_lifecycle_configuration`. What leaves a bucket for the
 * internet or another region is data transfer and not part of it.
 */
const bucket: CostModel = {
  types: ['aws_s3_bucket'],
  bill(resource, bill) {
    const { usage } = resource;
    const tags = usage.number('object_tags');
    if (tags !== undefined) {
      const rate = 'aws.s3.object-tags';
      bill.line('Object tagging', () => ({ unit: '10k tags', rate, quantity: tags, per: 10_000, usageBased: true }));
    }
    billClass(resource, bill, standardClass);
    const told = new Set(usage.keys());
    for (const each of otherClasses) if (told.has(each.usage)) billClass(resource, bill, each);
    // Last, since what rules add is not known when a rule is not.
    const moved = new Set(lifecycleRules(resource).flatMap(transitionsOf));
    for (const each of otherClasses) {
      const isMoved = each.transition !== null && moved.has(each.transition);
      if (isMoved && !told.has(each.usage)) billClass(resource, bill, each);
    }
  },
};

function billClass(resource: BilledResource, bill: Bill, { name, usage: part, lines }: StorageClass): void {
  const usage = resource.usage.part(part);
  const group = bill.group(name);
  for (const line of lines) {
    group.line(line.name, () => {
      const quantity = usage.number(line.usage);
      if (quantity === undefined && !isExpected(resource, line)) return null;
      return { unit: line.unit, rate: line.rate, quantity, per: line.per, usageBased: true };
    });
  }
}

/** Whether a line is worth asking for, when usage does not tell it. */
function isExpected(resource: BilledResource, { when }: ClassLine): boolean {
  if (when === 'always') return true;
  if (when === 'used') return false;
  const configurations = resource.referrers('aws_s3_bucket_intelligent_tiering_configuration', 'bucket', identifiers);
  return configurations.some((each) => each.blocks('tiering').some((tier) => tier.text('access_tier') === when));
}

/** The rules in force of the bucket itself and of its lifecycle configuration. */
function lifecycleRules(resource: BilledResource): readonly Attributes[] {
  const own = resource.blocks('lifecycle_rule').filter((rule) => rule.flag('enabled', true));
  const configured = resource
    .referrers('aws_s3_bucket_lifecycle_configuration', 'bucket', identifiers)
    .flatMap((configuration) => configuration.blocks('rule'))
    .filter((rule) => rule.text('status') !== 'Disabled');
  return [...own, ...configured];
}

function transitionsOf(rule: Attributes): readonly string[] {
  return ['transition', 'noncurrent_version_transition']
    .flatMap((name) => rule.blocks(name))
    .flatMap((transition) => transition.text('storage_class') ?? []);
}

/** `aws_s3_bucket_analytics_configuration`: the objects that are looked at. */
const analytics: CostModel = {
  types: ['aws_s3_bucket_analytics_configuration'],
  bill({ usage }, bill) {
    bill.line('Objects monitored', () => ({
      unit: '1M objects',
      rate: 'aws.s3.analytics-objects',
      quantity: usage.number('monthly_monitored_objects'),
      per: 1_000_000,
      usageBased: true,
    }));
  },
};

/** `aws_s3_bucket_inventory`: the objects that are listed. The list itself is stored in a bucket, and billed there. */
const inventory: CostModel = {
  types: ['aws_s3_bucket_inventory'],
  bill({ usage }, bill) {
    bill.line('Objects listed', () => ({
      unit: '1M objects',
      rate: 'aws.s3.inventory-objects',
      quantity: usage.number('monthly_listed_objects'),
      per: 1_000_000,
      usageBased: true,
    }));
  },
};

/** `aws_s3_directory_bucket`: S3 Express One Zone, which bills the data that is written and read beside storage and requests. */
const directoryBucket: CostModel = {
  types: ['aws_s3_directory_bucket'],
  bill({ usage }, bill) {
    const line = (name: string, unit: string, per: number, rate: string, key: string) =>
      bill.line(name, () => ({ unit, rate, quantity: usage.number(key), per, usageBased: true }));
    line('Storage', 'GB', 1, 'aws.s3.express-storage', 'storage_gb');
    line(
      'PUT, COPY, POST, LIST requests',
      '1k requests',
      1000,
      'aws.s3.express-tier1-requests',
      'monthly_tier_1_requests',
    );
    line(
      'GET, SELECT, and all other requests',
      '1k requests',
      1000,
      'aws.s3.express-tier2-requests',
      'monthly_tier_2_requests',
    );
    line('Data uploaded', 'GB', 1, 'aws.s3.express-upload', 'monthly_data_uploaded_gb');
    line('Data retrieved', 'GB', 1, 'aws.s3.express-retrieval', 'monthly_data_retrieval_gb');
  },
};

export const s3Models: readonly CostModel[] = [bucket, analytics, inventory, directoryBucket];
