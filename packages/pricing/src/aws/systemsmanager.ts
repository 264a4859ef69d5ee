import { amountFact } from '../facts/table.ts';
import type { CostModel } from '../model.ts';
import type { BilledResource } from '../resource/billed-resource.ts';

/**
 * `aws_ssm_parameter`: advanced parameters, and interactions with them. A standard parameter is free, and so are interactions with
 * it unless the account has the higher throughput.
 */
const parameter: CostModel = {
  types: ['aws_ssm_parameter'],
  bill(resource, bill) {
    const { usage, hours } = resource;
    bill.line('Parameter storage (advanced)', () =>
      isAdvanced(resource)
        ? {
            unit: 'hours',
            rate: 'aws.systemsmanager.advanced-parameter',
            quantity: usage.number('parameter_storage_hrs') ?? hours,
          }
        : null,
    );
    bill.line('API interactions', () => {
      const throughput = usage.text('api_throughput_limit')?.toLowerCase() ?? (isAdvanced(resource) ? 'advanced' : '');
      const isHigher = throughput === 'higher';
      if (!isHigher && !isAdvanced(resource)) return null;
      return {
        name: `API interactions (${throughput})`,
        unit: '10k interactions',
        rate: `aws.systemsmanager.parameter-interactions-${isHigher ? 'higher' : 'advanced'}`,
        quantity: usage.number('monthly_api_interactions'),
        per: 10_000,
        usageBased: true,
      };
    });
  },
};

/** Intelligent tiering keeps a parameter standard as long as its value is small; a value that is secret counts as small. */
function isAdvanced(resource: BilledResource): boolean {
  const tier = resource.text('tier') ?? 'Standard';
  if (tier !== 'Intelligent-Tiering') return tier === 'Advanced';
  if (!resource.has('insecure_value')) {
    resource.assume('tier', 'Standard');
    return false;
  }
  const size = Buffer.byteLength(resource.text('insecure_value') ?? '');
  return amountFact(resource.facts, 'aws/amounts', 'ssm-standard-parameter-bytes').lt(size);
}

/**
 * `aws_ssm_activation`: machines outside of AWS that are managed on the advanced tier, which an account needs for more than a
 * thousand of them. Those of the standard tier are free.
 */
const activation: CostModel = {
  types: ['aws_ssm_activation'],
  bill(resource, bill) {
    const { usage, hours } = resource;
    bill.line('On-prem managed instances (advanced)', () => {
      const most = () => amountFact(resource.facts, 'aws/amounts', 'ssm-standard-managed-instances');
      const isAdvanced = () => resource.number('registration_limit')?.gt(most()) ?? false;
      const tier = usage.text('instance_tier')?.toLowerCase() ?? (isAdvanced() ? 'advanced' : 'standard');
      if (tier !== 'advanced') return null;
      const quantity = usage.number('instances')?.times(hours);
      return { unit: 'hours', rate: 'aws.systemsmanager.advanced-instance', quantity, usageBased: true };
    });
  },
};

/** `aws_ssmincidents_response_plan`, billed by the month. */
const responsePlan: CostModel = {
  types: ['aws_ssmincidents_response_plan'],
  bill(_, bill) {
    bill.line('Response plan', () => ({ unit: 'months', rate: 'aws.systemsmanager.response-plan', quantity: 1 }));
  },
};

export const systemsManagerModels: readonly CostModel[] = [parameter, activation, responsePlan];
