import type { Amount } from '../money/amount.ts';
import type { BilledResource } from '../resource/billed-resource.ts';
import { Undetermined } from '../resource/undetermined.ts';

/**
 * The capacity that `aws_appautoscaling_target` gives a resource in one dimension: what usage says, else the least. Undefined when
 * nothing scales it. `identifiers` are the forms of `resource_id`, such as `table/{name}`.
 */
export function scaledCapacity(
  resource: BilledResource,
  dimension: string,
  identifiers: readonly string[],
): Amount | undefined {
  const target = resource
    .referrers('aws_appautoscaling_target', 'resource_id', identifiers)
    .find((each) => each.text('scalable_dimension') === dimension);
  if (target === undefined) return undefined;
  const capacity = target.usage.number('capacity') ?? target.number('min_capacity');
  if (capacity === undefined) throw new Undetermined(`${target.address} sets no \`min_capacity\``);
  return capacity;
}
