import type { CostModel } from '../model.ts';
import { type Amount, amount, larger, roundUp } from '../money/amount.ts';
import type { BilledResource } from '../resource/billed-resource.ts';
import { notTold } from '../resource/undetermined.ts';
import { billLaunch, byRequirements, launchOfTemplate, templateNamed } from './ec2-launch.ts';

/** GB: the size of common images, for a root volume that nobody sets. */
const imageSize = 8;

/** What a fleet keeps, in units of weight. */
interface Capacity {
  readonly total: Amount;
  readonly onDemand: Amount;
}

/**
 * `aws_ec2_fleet` and `aws_spot_fleet_request`: as many instances of the first type as fill the capacity, on demand and spot. A fleet
 * decides by price which types it takes, so that another one may run.
 */
const fleet: CostModel = {
  types: ['aws_ec2_fleet', 'aws_spot_fleet_request'],
  bill(resource, bill) {
    const isSpotFleet = resource.type === 'aws_spot_fleet_request';
    // Written without templates, a spot fleet describes its instances one by one.
    if (isSpotFleet && !resource.has('launch_template_config')) {
      notTold('a spot fleet is billed by its launch templates, and this one has launch specifications');
    }
    const configuration = resource.block('launch_template_config');
    const specification =
      configuration?.block('launch_template_specification') ?? notTold('no launch template is named');
    const [id, name] = isSpotFleet ? ['id', 'name'] : ['launch_template_id', 'launch_template_name'];
    const launch = launchOfTemplate(templateNamed(specification, id, name));
    const override = () => configuration?.block(isSpotFleet ? 'overrides' : 'override');
    const parts = () => {
      const weight = override()?.number('weighted_capacity') ?? amount(1);
      if (weight.lte(0)) notTold('`weighted_capacity` is zero');
      const { total, onDemand } = isSpotFleet ? spotFleetCapacity(resource) : fleetCapacity(resource);
      const spot = larger(total.minus(onDemand), amount(0));
      return { onDemand: roundUp(onDemand.div(weight)), spot: roundUp(spot.div(weight)) };
    };
    billLaunch(bill.group(launch.address), launch, {
      instanceType: () => {
        if (override()?.has('instance_requirements') === true) notTold(byRequirements);
        return override()?.text('instance_type');
      },
      count: () => parts().onDemand.plus(parts().spot),
      spot: () => parts().spot,
      rootSize: imageSize,
      usage: resource.usage,
      owner: resource,
    });
  },
};

function spotFleetCapacity(resource: BilledResource): Capacity {
  const total = resource.number('target_capacity') ?? notTold('`target_capacity` is not set');
  return { total, onDemand: resource.number('on_demand_target_capacity') ?? amount(0) };
}

function fleetCapacity(resource: BilledResource): Capacity {
  const target = resource.block('target_capacity_specification');
  const total = target?.number('total_target_capacity') ?? notTold('`total_target_capacity` is not set');
  const onDemand = target?.number('on_demand_target_capacity');
  if (onDemand !== undefined) return { total, onDemand };
  const spot = target?.number('spot_target_capacity');
  if (spot !== undefined) return { total, onDemand: total.minus(spot) };
  return { total, onDemand: target?.text('default_target_capacity_type') === 'spot' ? amount(0) : total };
}

/**
 * `aws_ec2_capacity_reservation`: instances that are reserved are billed as if they ran. Those that run in it are billed with
 * themselves, so that usage tells how many are not in use; without it all are taken to be idle.
 */
const capacityReservation: CostModel = {
  types: ['aws_ec2_capacity_reservation'],
  bill(resource, bill) {
    bill.line('Unused reservation', () => {
      const instanceType = resource.neededText('instance_type');
      const platform = resource.text('instance_platform', 'Linux/UNIX');
      if (platform !== 'Linux/UNIX') notTold(`reservations of ${platform} have no price in the book`);
      const isDedicated = resource.text('tenancy') === 'dedicated';
      const unused = resource.usage.number('unused_instances') ?? allInstances(resource);
      return {
        name: `Unused reservation (${platform}, ${instanceType})`,
        unit: 'hours',
        rate: isDedicated ? 'aws.ec2.instance-dedicated' : 'aws.ec2.instance',
        dimensions: { instanceType },
        quantity: unused.times(resource.hours),
      };
    });
  },
};

function allInstances(resource: BilledResource): Amount {
  const count = resource.number('instance_count') ?? notTold('`instance_count` is not set');
  resource.assume('unused_instances', count.toFixed());
  return count;
}

export const ec2FleetModels: readonly CostModel[] = [fleet, capacityReservation];
