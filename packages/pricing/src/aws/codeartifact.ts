import type { CostModel } from '../model.ts';

/** `aws_codeartifact_domain`: packages are stored once for all repositories of a domain. */
const domain: CostModel = {
  types: ['aws_codeartifact_domain'],
  bill({ usage }, bill) {
    bill.line('Storage', () => ({
      unit: 'GB',
      rate: 'aws.codeartifact.storage',
      quantity: usage.number('storage_gb'),
      usageBased: true,
    }));
    bill.line('Requests', () => ({
      unit: '10k requests',
      rate: 'aws.codeartifact.requests',
      quantity: usage.number('monthly_requests'),
      per: 10_000,
      usageBased: true,
    }));
  },
};

export const codeArtifactModels: readonly CostModel[] = [domain];
