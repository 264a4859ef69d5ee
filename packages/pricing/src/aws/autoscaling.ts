import type { CostModel } from '../model.ts';
import { type Amount, amount, roundUp, smaller } from '../money/amount.ts';
import type { Attributes } from '../resource/attributes.ts';
import type { BilledResource } from '../resource/billed-resource.ts';
import { notTold } from '../resource/undetermined.ts';
import {
  billLaunch,
  byRequirements,
  type Launch,
  launchOfConfiguration,
  launchOfTemplate,
  launchTemplateOf,
  templateNamed,
} from './ec2-launch.ts';

/** GB: the size of common images, for a root volume that nobody sets. */
const imageSize = 8;

/**
 * `aws_autoscaling_group`: the instances that it keeps, which are the desired ones, or the smallest number without these (and not
 * one, as some calculators have it). Root volumes are billed though a template does not name them.
 *
 * With mixed instances the capacity counts in units of weight, and the types are tried in the order of the overrides: so the first
 * one is billed. What is above the base is divided into on-demand and spot, and a part of an instance is a whole one.
 */
const autoscalingGroup: CostModel = {
  types: ['aws_autoscaling_group'],
  bill(resource, bill) {
    const mixed = resource.block('mixed_instances_policy');
    const launch = launchOf(resource, mixed);
    const group = { owner: resource, usage: resource.usage, rootSize: imageSize };
    if (mixed === undefined) {
      billLaunch(bill.group(launch.address), launch, { ...group, count: () => capacityOf(resource) });
      return;
    }
    const parts = () => mixedParts(resource, mixed);
    billLaunch(bill.group(launch.address), launch, {
      ...group,
      instanceType: () => {
        const override = firstOverride(mixed);
        if (override?.has('instance_requirements') === true) notTold(byRequirements);
        return override?.text('instance_type');
      },
      count: () => parts().onDemand.plus(parts().spot),
      spot: () => parts().spot,
    });
  },
};

function launchOf(resource: BilledResource, mixed: Attributes | undefined): Launch {
  if (resource.has('launch_configuration')) {
    const found = resource.target('launch_configuration', 'aws_launch_configuration');
    return found === undefined
      ? notTold('the launch configuration is not in this configuration')
      : launchOfConfiguration(found);
  }
  const specification = mixed?.block('launch_template')?.block('launch_template_specification');
  const template =
    specification === undefined
      ? launchTemplateOf(resource)
      : templateNamed(specification, 'launch_template_id', 'launch_template_name');
  return template === undefined
    ? notTold(`${resource.address} has neither a launch template nor a launch configuration`)
    : launchOfTemplate(template);
}

function capacityOf(resource: BilledResource): Amount {
  return resource.usage.number('instances') ?? resource.number('desired_capacity') ?? resource.number('min_size', 0);
}

function firstOverride(mixed: Attributes): Attributes | undefined {
  return mixed.block('launch_template')?.block('override');
}

/** How many instances of a mixed group are on demand, and how many spot. */
function mixedParts(resource: BilledResource, mixed: Attributes): { readonly onDemand: Amount; readonly spot: Amount } {
  const weight = firstOverride(mixed)?.number('weighted_capacity') ?? amount(1);
  if (weight.lte(0)) notTold('`weighted_capacity` is zero');
  // Usage counts instances, and the group counts units of weight.
  const units = resource.usage.number('instances')?.times(weight) ?? capacityOf(resource);
  const distribution = mixed.block('instances_distribution');
  const base = distribution?.number('on_demand_base_capacity') ?? amount(0);
  const percentage = distribution?.number('on_demand_percentage_above_base_capacity', 100) ?? amount(100);
  const onDemand = onDemandUnits(units, base, percentage);
  const instances = (part: Amount) => roundUp(part.div(weight));
  return { onDemand: instances(onDemand), spot: instances(units.minus(onDemand)) };
}

/** What of a capacity is on demand: the base, and of the rest a percentage. */
export function onDemandUnits(units: Amount, base: Amount, percentage: Amount): Amount {
  const first = smaller(base, units);
  return smaller(first.plus(roundUp(units.minus(first).times(percentage).div(100))), units);
}

export const autoscalingModels: readonly CostModel[] = [autoscalingGroup];
