import type { CostModel } from '../model.ts';

/** Buckets and objects are counted by the day. */
const hoursOfDay = 24;

/** `aws_macie2_account`: the buckets and objects that it watches, and the data that it inspects. */
const account: CostModel = {
  types: ['aws_macie2_account'],
  bill(resource, bill) {
    const { usage, hours } = resource;
    const daily = (usageKey: string) => usage.number(usageKey)?.times(hours).div(hoursOfDay);
    const isOn = () => resource.text('status') !== 'PAUSED';
    bill.line('Buckets evaluated', () =>
      isOn() ? { unit: 'bucket-days', rate: 'aws.macie.buckets', quantity: daily('buckets'), usageBased: true } : null,
    );
    bill.line('Objects monitored', () =>
      isOn()
        ? {
            unit: '1M object-days',
            rate: 'aws.macie.objects',
            quantity: daily('objects'),
            per: 1_000_000,
            usageBased: true,
          }
        : null,
    );
    bill.line('Data inspected', () =>
      isOn()
        ? {
            unit: 'GB',
            rate: 'aws.macie.inspected',
            quantity: usage.number('monthly_data_inspected_gb'),
            usageBased: true,
            tierUnit: 'count',
          }
        : null,
    );
  },
};

export const macieModels: readonly CostModel[] = [account];
