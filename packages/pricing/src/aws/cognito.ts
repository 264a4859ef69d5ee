import type { CostModel } from '../model.ts';
import { amount } from '../money/amount.ts';
import type { BilledResource } from '../resource/billed-resource.ts';

/**
 * `aws_cognito_user_pool`: active users by the plan of the pool, and tokens of machines. In the plan Lite, users of an identity
 * provider of their own have another price, and protection from threats is paid beside. Users that an account has free are
 * not taken off. The plan of a new pool is Essentials.
 */
const userPool: CostModel = {
  types: ['aws_cognito_user_pool'],
  bill(resource, bill) {
    const { usage } = resource;
    const users = usage.number('monthly_active_users');
    const federated = usage.number('monthly_federated_users');
    bill.line('Monthly active users', () => {
      const plan = planOf(resource);
      const name = `Monthly active users (${plan.toLowerCase()})`;
      const all = users === undefined ? federated : users.plus(federated ?? 0);
      const quantity = plan === 'LITE' ? users : all;
      return { name, unit: 'users', rate: `aws.cognito.users-${plan.toLowerCase()}`, quantity, usageBased: true };
    });
    bill.line('Federated monthly active users', () =>
      planOf(resource) === 'LITE'
        ? { unit: 'users', rate: 'aws.cognito.users-federated', quantity: federated, usageBased: true }
        : null,
    );
    bill.line('Threat protection', () => {
      const mode = resource.block('user_pool_add_ons')?.text('advanced_security_mode') ?? 'OFF';
      if (mode === 'OFF' || planOf(resource) !== 'LITE') return null;
      const quantity =
        users === undefined && federated === undefined ? undefined : (users ?? amount(0)).plus(federated ?? 0);
      return { unit: 'users', rate: 'aws.cognito.users-protected', quantity, usageBased: true };
    });
    bill.line('Machine tokens', () => ({
      unit: '1k tokens',
      rate: 'aws.cognito.machine-tokens',
      quantity: usage.number('monthly_machine_tokens'),
      per: 1000,
      usageBased: true,
    }));
  },
};

function planOf(resource: BilledResource): string {
  return resource.text('user_pool_tier', 'ESSENTIALS').toUpperCase();
}

export const cognitoModels: readonly CostModel[] = [userPool];
