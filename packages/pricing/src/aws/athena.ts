import type { CostModel } from '../model.ts';

/** `aws_athena_workgroup`: the data that its queries scan. */
const workgroup: CostModel = {
  types: ['aws_athena_workgroup'],
  bill({ usage }, bill) {
    bill.line('Data scanned', () => ({
      unit: 'TB',
      rate: 'aws.athena.data-scanned',
      quantity: usage.number('monthly_data_scanned_tb'),
      usageBased: true,
    }));
  },
};

/** `aws_athena_capacity_reservation`: data processing units by the hour, in the place of the data that is scanned. */
const capacityReservation: CostModel = {
  types: ['aws_athena_capacity_reservation'],
  bill(resource, bill) {
    bill.line('Reserved capacity', () => ({
      unit: 'DPU-hours',
      rate: 'aws.athena.capacity',
      quantity: resource.number('target_dpus')?.times(resource.hours),
    }));
  },
};

export const athenaModels: readonly CostModel[] = [workgroup, capacityReservation];
