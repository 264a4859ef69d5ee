import type { CostModel } from '../model.ts';
import type { BilledResource } from '../resource/billed-resource.ts';

/**
 * `aws_cloudformation_stack`, `aws_cloudformation_stack_set`: operations of handlers of resource types that are not those of
 * AWS. The resources of the template are billed by their own services, and are not read.
 */
const stack: CostModel = {
  types: ['aws_cloudformation_stack', 'aws_cloudformation_stack_set'],
  bill(resource, bill) {
    const { usage } = resource;
    bill.line('Handler operations', () => {
      if (!mayHaveTypesOfOthers(resource)) return null;
      const quantity = usage.number('monthly_handler_operations');
      return { unit: 'operations', rate: 'aws.cloudformation.handler-operations', quantity, usageBased: true };
    });
    bill.line('Durations above 30s', () => {
      if (!mayHaveTypesOfOthers(resource)) return null;
      const quantity = usage.number('monthly_duration_secs');
      return { unit: 'seconds', rate: 'aws.cloudformation.handler-duration', quantity, usageBased: true };
    });
  },
};

/** True as well for a template that is only named by its URL, or in which no type is found. */
function mayHaveTypesOfOthers(resource: BilledResource): boolean {
  const body = resource.text('template_body') ?? '';
  const namespaces = [...body.matchAll(/\bType["']?\s*:\s*["']?(\w+)::/g)].map(([, name = '']) => name.toLowerCase());
  return namespaces.length === 0 || namespaces.some((name) => !['aws', 'alexa', 'custom'].includes(name));
}

export const cloudFormationModels: readonly CostModel[] = [stack];
