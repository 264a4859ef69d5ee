import type { CostModel } from '../model.ts';
import type { BilledResource } from '../resource/billed-resource.ts';
import { Undetermined } from '../resource/undetermined.ts';

/** `aws_lightsail_instance`: a bundle by the hour. What its data transfer exceeds the bundle by is not known from the configuration. */
const instance: CostModel = {
  types: ['aws_lightsail_instance'],
  bill(resource, bill) {
    bill.line('Virtual server', () => {
      const { size, marks } = bundleOf(resource);
      const system = marks.includes('win') ? 'Windows' : 'Linux';
      const platform = marks.includes('ipv6') ? `IPv6 ${system}` : system;
      return {
        name: `Virtual server (${system === 'Linux' ? 'Linux/UNIX' : system})`,
        unit: 'hours',
        rate: 'aws.lightsail.instance',
        dimensions: { platform, memory: memoryOf(resource, size) },
        quantity: resource.hours,
      };
    });
  },
};

/** `aws_lightsail_database`: a bundle by the hour; one of high availability costs twice as much. */
const database: CostModel = {
  types: ['aws_lightsail_database'],
  bill(resource, bill) {
    bill.line('Database', () => {
      const { size, marks } = bundleOf(resource);
      const availability = marks.includes('ha') ? 'High' : 'Standard';
      return {
        name: `Database (${availability.toLowerCase()} availability, ${size})`,
        unit: 'hours',
        rate: 'aws.lightsail.database',
        dimensions: { availability, memory: memoryOf(resource, size) },
        quantity: resource.hours,
      };
    });
  },
};

/** `aws_lightsail_container_service`: its nodes, deployed to or not, unless the service is disabled. */
const containerService: CostModel = {
  types: ['aws_lightsail_container_service'],
  bill(resource, bill) {
    bill.line('Container service', () => {
      if (resource.flag('is_disabled')) return null;
      const power = resource.neededText('power');
      return {
        name: `Container service (${power})`,
        unit: 'hours',
        rate: 'aws.lightsail.container',
        dimensions: { power },
        quantity: resource.hours.times(resource.number('scale', 1)),
      };
    });
  },
};

/** `aws_lightsail_disk`: its size. */
const disk: CostModel = {
  types: ['aws_lightsail_disk'],
  bill(resource, bill) {
    bill.line('Storage', () => ({ unit: 'GB', rate: 'aws.lightsail.disk', quantity: resource.number('size_in_gb') }));
  },
};

/** `aws_lightsail_lb`: the same price whatever goes through it. */
const loadBalancer: CostModel = {
  types: ['aws_lightsail_lb'],
  bill(resource, bill) {
    bill.line('Load balancer', () => ({
      unit: 'hours',
      rate: 'aws.lightsail.load-balancer',
      quantity: resource.hours,
    }));
  },
};

/** `aws_lightsail_distribution`: a bundle by the month, which has no price by region. */
const distribution: CostModel = {
  types: ['aws_lightsail_distribution'],
  bill(resource, bill) {
    bill.line('Distribution', () => {
      const { size } = bundleOf(resource);
      const name = `Distribution (${size})`;
      return { name, unit: 'months', rate: 'aws.lightsail.distribution', dimensions: { size }, quantity: 1 };
    });
  },
};

/** `aws_lightsail_static_ip`: free as long as it is attached. */
const staticIp: CostModel = {
  types: ['aws_lightsail_static_ip'],
  bill(resource, bill) {
    bill.line('Static IP (if unused)', () => {
      const users = resource.referrers('aws_lightsail_static_ip_attachment', 'static_ip_name');
      return users.length > 0 ? null : { unit: 'hours', rate: 'aws.lightsail.static-ip', quantity: resource.hours };
    });
  },
};

/** Reads `small_win_ipv6_3_0`: a size, marks, and the generation, which does not change the price. */
function bundleOf(resource: BilledResource) {
  const id = resource.neededText('bundle_id');
  const [, size = '', marks = ''] = /^([a-z0-9]+?)((?:_[a-z][a-z0-9]*)*)_\d+_\d+$/.exec(id) ?? [];
  if (size === '') throw new Undetermined(`the bundle "${id}" has no size that is known`);
  return { size, marks: marks.split('_').filter((mark) => mark !== '') };
}

function memoryOf(resource: BilledResource, size: string): string {
  const memory = resource.facts('aws/lightsail-bundles').row(size)?.memory;
  if (memory === undefined) throw new Undetermined(`there is no bundle of the size "${size}"`);
  return memory;
}

export const lightsailModels: readonly CostModel[] = [
  instance,
  database,
  containerService,
  disk,
  loadBalancer,
  distribution,
  staticIp,
];
