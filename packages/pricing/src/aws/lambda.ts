import { amountFact } from '../facts/table.ts';
import type { CostModel } from '../model.ts';
import { type Amount, amount, roundUp } from '../money/amount.ts';
import type { BilledResource } from '../resource/billed-resource.ts';
import { notTold } from '../resource/undetermined.ts';
import type { ResourceUsage } from '../usage/resource-usage.ts';

/** MB of a function that does not set its memory. */
const defaultMemory = 128;

/**
 * `aws_lambda_function`: requests, and duration by memory. Storage above what is included is billed by its size and the duration, and
 * not by the memory as some calculators have it. The tiers of the account are filled by each function, which is its own share of them.
 */
const lambdaFunction: CostModel = {
  types: ['aws_lambda_function'],
  bill(resource, bill) {
    const { usage, facts } = resource;
    const seconds = secondsOf(usage);
    const suffix = () => (architectureOf(resource) === 'arm64' ? '-arm' : '');
    bill.line('Requests', () => ({
      unit: '1M requests',
      rate: `aws.lambda.requests${suffix()}`,
      quantity: usage.number('monthly_requests'),
      per: 1_000_000,
      usageBased: true,
    }));
    bill.line('Ephemeral storage', () => {
      const size = resource.block('ephemeral_storage')?.number('size');
      const above = size?.minus(amountFact(facts, 'aws/amounts', 'lambda-included-storage'));
      if (above === undefined || above.lte(0)) return null;
      const quantity = seconds?.times(above).div(1024);
      return { unit: 'GB-seconds', rate: `aws.lambda.storage${suffix()}`, quantity, usageBased: true };
    });
    bill.line('Duration', () => {
      const memory = resource.number('memory_size', defaultMemory).div(1024);
      const quantity = seconds?.times(memory);
      return { unit: 'GB-seconds', rate: `aws.lambda.duration${suffix()}`, quantity, usageBased: true };
    });
    bill.line('SnapStart', () => {
      if (resource.block('snap_start')?.text('apply_on') !== 'PublishedVersions') return null;
      const runtime = resource.text('runtime') ?? '';
      return runtime.startsWith('java')
        ? null
        : notTold(`no price for SnapStart of ${runtime}, which is free for Java`);
    });
  },
};

/** Seconds of all requests of a month; every request is rounded up to a millisecond. */
function secondsOf(usage: ResourceUsage): Amount | undefined {
  const milliseconds = usage.number('request_duration_ms');
  return milliseconds === undefined
    ? undefined
    : usage.number('monthly_requests')?.times(roundUp(milliseconds)).div(1000);
}

function architectureOf(resource: BilledResource): string {
  return resource.texts('architectures')[0] ?? 'x86_64';
}

/**
 * `aws_lambda_provisioned_concurrency_config`: what is kept ready costs all the month unless usage says for how long, by the memory of
 * its function. Requests and durations that it serves are cheaper than others.
 */
const provisionedConcurrency: CostModel = {
  types: ['aws_lambda_provisioned_concurrency_config'],
  bill(resource, bill) {
    const { usage } = resource;
    const ofFunction = () => resource.target('function_name', 'aws_lambda_function', ['function_name', 'arn', 'id']);
    const memory = () => {
      const megabytes = usage.number('memory_mb') ?? ofFunction()?.number('memory_size', defaultMemory);
      return megabytes?.div(1024);
    };
    const suffix = () => {
      const found = ofFunction();
      const architecture = usage.text('architecture') ?? (found === undefined ? 'x86_64' : architectureOf(found));
      return architecture === 'arm64' ? '-arm' : '';
    };
    bill.line('Requests', () => ({
      unit: '1M requests',
      rate: `aws.lambda.requests${suffix()}`,
      quantity: usage.number('monthly_requests'),
      per: 1_000_000,
      usageBased: true,
    }));
    bill.line('Provisioned Concurrency', () => {
      const seconds = (usage.number('monthly_duration_hrs') ?? resource.hours).times(3600);
      const executions = resource.number('provisioned_concurrent_executions') ?? amount(0);
      return {
        unit: 'GB-seconds',
        rate: `aws.lambda.provisioned-concurrency${suffix()}`,
        quantity: memory()?.times(executions).times(seconds),
      };
    });
    bill.line('Duration', () => {
      const seconds = secondsOf(usage);
      const quantity = seconds === undefined ? undefined : memory()?.times(seconds);
      return { unit: 'GB-seconds', rate: `aws.lambda.duration-provisioned${suffix()}`, quantity, usageBased: true };
    });
  },
};

export const lambdaModels: readonly CostModel[] = [lambdaFunction, provisionedConcurrency];
