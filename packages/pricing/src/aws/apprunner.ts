import type { CostModel } from '../model.ts';
import { type Amount, amount, larger, parseAmount } from '../money/amount.ts';
import type { BilledResource } from '../resource/billed-resource.ts';
import { notTold } from '../resource/undetermined.ts';

/** What App Runner gives a service that does not ask: 1 vCPU, 2 GB, one instance that is kept. */
const defaults = { cpu: '1024', memory: '2048', instances: 1 };

/**
 * `aws_apprunner_service`: memory of the instances that are kept ready, all the month; vCPU and memory of the hours in which instances
 * work on requests, which usage tells; builds out of source code, and a fee for automatic deployments.
 */
const service: CostModel = {
  types: ['aws_apprunner_service'],
  bill(resource, bill) {
    const { usage, hours } = resource;
    const active = usage.number('monthly_active_instance_hrs');
    const cpu = () => sizeOf(resource, 'cpu', defaults.cpu);
    const memory = () => sizeOf(resource, 'memory', defaults.memory);
    bill.line('Memory (provisioned)', () => {
      // An hour of work is billed as such, and not as one of waiting too.
      const waiting = larger(
        keptInstances(resource)
          .times(hours)
          .minus(active ?? 0),
        amount(0),
      );
      return { unit: 'GB-hours', rate: 'aws.apprunner.memory-provisioned', quantity: memory().times(waiting) };
    });
    bill.line('vCPU (active)', () => ({
      unit: 'vCPU-hours',
      rate: 'aws.apprunner.vcpu',
      quantity: active?.times(cpu()),
      usageBased: true,
    }));
    bill.line('Memory (active)', () => ({
      unit: 'GB-hours',
      rate: 'aws.apprunner.memory',
      quantity: active?.times(memory()),
      usageBased: true,
    }));
    bill.line('Builds', () => {
      if (resource.block('source_configuration')?.block('code_repository') === undefined) return null;
      const quantity = usage.number('monthly_build_mins');
      return { unit: 'minutes', rate: 'aws.apprunner.build', quantity, usageBased: true };
    });
    bill.line('Automatic deployments', () => {
      const source = resource.block('source_configuration');
      const isPublicImage = source?.block('image_repository')?.text('image_repository_type') === 'ECR_PUBLIC';
      if (isPublicImage || source?.flag('auto_deployments_enabled', true) === false) return null;
      return { unit: 'months', rate: 'aws.apprunner.automatic-deployment', quantity: 1 };
    });
  },
};

function keptInstances(resource: BilledResource): Amount {
  const name = 'auto_scaling_configuration_arn';
  const found = resource.target(name, 'aws_apprunner_auto_scaling_configuration_version');
  if (found === undefined && resource.has(name)) notTold('the scaling configuration is not in this configuration');
  return found?.number('min_size', defaults.instances) ?? amount(defaults.instances);
}

/** `1024` and `1 vCPU`, `2048` and `2 GB`: plain numbers are parts of 1024. */
function sizeOf(resource: BilledResource, attribute: 'cpu' | 'memory', fallback: string): Amount {
  const given = resource.block('instance_configuration')?.text(attribute);
  if (given === undefined) resource.assume(`instance_configuration.${attribute}`, fallback);
  const text = given ?? fallback;
  const [, digits = '', unit = ''] = /^([\d.]+)\s*(vCPU|GB)?$/.exec(text) ?? [];
  const value =
    parseAmount(digits) ?? notTold(`\`instance_configuration.${attribute}\` is "${text}", which is no size`);
  return unit === '' ? value.div(1024) : value;
}

export const appRunnerModels: readonly CostModel[] = [service];
