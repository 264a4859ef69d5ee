import type { CostModel } from '../model.ts';

/** `aws_secretsmanager_secret`: the secret, each replica in another region like a secret of its own, and requests. */
const secret: CostModel = {
  types: ['aws_secretsmanager_secret'],
  bill(resource, bill) {
    const { usage } = resource;
    bill.line('Secret', () => ({ unit: 'months', rate: 'aws.secretsmanager.secret', quantity: 1 }));
    bill.line('API requests', () => ({
      unit: '10k requests',
      rate: 'aws.secretsmanager.requests',
      quantity: usage.number('monthly_requests'),
      per: 10_000,
      usageBased: true,
    }));
    for (const [index, replica] of resource.blocks('replica').entries()) {
      bill.group(`replica[${index}]`).line('Secret', () => {
        const region = replica.text('region') ?? resource.region;
        return { name: `Secret (${region})`, unit: 'months', rate: 'aws.secretsmanager.secret', region, quantity: 1 };
      });
    }
  },
};

export const secretsManagerModels: readonly CostModel[] = [secret];
