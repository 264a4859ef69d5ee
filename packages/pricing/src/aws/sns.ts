import type { Bill } from '../estimate/bill.ts';
import type { CostModel } from '../model.ts';
import type { Amount } from '../money/amount.ts';
import type { BilledResource } from '../resource/billed-resource.ts';
import { Undetermined } from '../resource/undetermined.ts';
import { billedRequests } from './message-chunks.ts';

interface Subscribers {
  readonly name: string;
  readonly unit: string;
  readonly per: number;
  readonly rate: string;
  readonly usage: string;
  /** False for what few topics have: it is shown when usage tells it. */
  readonly isUsual: boolean;
}

const subscribers: readonly Subscribers[] = [
  {
    name: 'HTTP/HTTPS notifications',
    unit: '100k notifications',
    per: 100_000,
    rate: 'aws.sns.http',
    usage: 'http_subscriptions',
    isUsual: true,
  },
  {
    name: 'Email/Email-JSON notifications',
    unit: '100k notifications',
    per: 100_000,
    rate: 'aws.sns.email',
    usage: 'email_subscriptions',
    isUsual: true,
  },
  {
    name: 'Kinesis Firehose notifications',
    unit: '1M notifications',
    per: 1_000_000,
    rate: 'aws.sns.firehose',
    usage: 'kinesis_subscriptions',
    isUsual: false,
  },
  {
    name: 'Mobile Push notifications',
    unit: '1M notifications',
    per: 1_000_000,
    rate: 'aws.sns.mobile-push',
    usage: 'mobile_push_subscriptions',
    isUsual: false,
  },
  {
    name: 'MacOS notifications',
    unit: '1M notifications',
    per: 1_000_000,
    rate: 'aws.sns.macos-push',
    usage: 'macos_subscriptions',
    isUsual: false,
  },
];

/**
 * `aws_sns_topic`: requests, and what is delivered to each subscriber; deliveries to SQS and Lambda are free. Topics that keep the order are
 * billed by messages and by data, in and out. What is free for an account (a million requests, 100,000 deliveries by HTTP, 1,000
 * by email) is not taken off.
 */
const topic: CostModel = {
  types: ['aws_sns_topic'],
  bill(resource, bill) {
    if (resource.flag('fifo_topic')) billOrdered(resource, bill);
    else billStandard(resource, bill);
  },
};

function billStandard(resource: BilledResource, bill: Bill): void {
  const { usage, facts } = resource;
  const requests = billedRequests(usage, facts);
  const deliveries = (count: Amount | undefined) =>
    count?.eq(0) === true ? count : requests && count?.times(requests);
  bill.line('API requests', () => ({
    unit: '1M requests',
    rate: 'aws.sns.requests',
    quantity: requests,
    per: 1_000_000,
    usageBased: true,
  }));
  for (const { name, unit, per, rate, usage: key, isUsual } of subscribers) {
    bill.line(name, () => {
      const count = usage.number(key);
      if (count === undefined && !isUsual) return null;
      return { unit, rate, quantity: deliveries(count), per, usageBased: true };
    });
  }
  bill.line('SMS notifications', () => {
    const count = usage.number('sms_subscriptions');
    if (count === undefined || count.eq(0)) return null;
    const usagePrice = usage.number('sms_notification_price');
    if (usagePrice === undefined) {
      throw new Undetermined(
        'text messages cost what their country does, so that usage must tell `sms_notification_price`',
      );
    }
    const rate = 'aws.sns.sms';
    return { unit: '100 notifications', rate, usagePrice, quantity: deliveries(count), per: 100, usageBased: true };
  });
}

function billOrdered(resource: BilledResource, bill: Bill): void {
  const { usage } = resource;
  const requests = usage.number('monthly_requests');
  const size = usage.number('request_size_kb');
  // AWS counts this data in thousands.
  const gigabytes = size && requests?.times(size).div(1_000_000);
  const line = (name: string, unit: string, rate: string, quantity: () => Amount | undefined) => {
    const per = unit === 'GB' ? 1 : 1_000_000;
    bill.line(name, () => ({ unit, rate, quantity: quantity(), per, usageBased: true }));
  };
  line('FIFO Publish API requests', '1M requests', 'aws.sns.fifo-requests', () => requests);
  line('FIFO Publish API payload', 'GB', 'aws.sns.fifo-payload', () => gigabytes);
  const count = resource.referrers('aws_sns_topic_subscription', 'topic_arn').length;
  if (count === 0) return;
  line('FIFO notifications', '1M notifications', 'aws.sns.fifo-notifications', () => requests?.times(count));
  line('FIFO notification payload', 'GB', 'aws.sns.fifo-notification-payload', () => gigabytes?.times(count));
}

/** `aws_sns_topic_subscription`: deliveries by HTTP, when usage tells them here and not at the topic; the other protocols are free or the topic's. */
const subscription: CostModel = {
  types: ['aws_sns_topic_subscription'],
  bill(resource, bill) {
    bill.line('HTTP notifications', () => {
      if (!['http', 'https'].includes(resource.text('protocol')?.toLowerCase() ?? '')) return null;
      const quantity = billedRequests(resource.usage, resource.facts);
      return { unit: '1M notifications', rate: 'aws.sns.http', quantity, per: 1_000_000, usageBased: true };
    });
  },
};

export const snsModels: readonly CostModel[] = [topic, subscription];
