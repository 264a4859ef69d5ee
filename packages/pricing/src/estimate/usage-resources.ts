import type { ResourceView } from '@tollgate/resources';
import type { CostModel } from '../model.ts';
import type { UsageRules } from '../usage/usage-rules.ts';

/**
 * What is billed because the usage file names it, such as `aws_data_transfer.frankfurt`: no resource of the configuration stands for
 * it. Its usage says which region it is in.
 */
export function usageResources(models: readonly CostModel[], usage: UsageRules): readonly ResourceView[] {
  return models
    .filter(({ fromUsage }) => fromUsage === true)
    .flatMap(({ types }) => types)
    .flatMap((type) => usage.namesOf(type).map((address) => viewOf(address, type, usage)));
}

function viewOf(address: string, type: string, usage: UsageRules): ResourceView {
  const region = usage.usageOf(address, type).text('region') ?? null;
  const provider = type.split('_')[0] ?? '';
  return {
    origin: 'configuration',
    address,
    mode: 'managed',
    type,
    name: address.slice(address.lastIndexOf('.') + 1),
    index: null,
    module: null,
    provider: { name: provider, alias: null, region, source: `registry.terraform.io/hashicorp/${provider}`, key: null },
    action: null,
    expanded: true,
    values: {},
    unknown: {},
    sensitive: {},
    reasons: [],
    before: null,
    beforeUnknown: {},
    beforeSensitive: {},
    source: null,
  };
}
