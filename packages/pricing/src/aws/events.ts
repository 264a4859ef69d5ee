import type { CostModel } from '../model.ts';
import { billedRequests } from './message-chunks.ts';

/** `aws_cloudwatch_event_bus`: events of one's own and of partners, archives, and schemas that are discovered. Events of AWS itself are free. */
const eventBus: CostModel = {
  types: ['aws_cloudwatch_event_bus'],
  bill({ usage }, bill) {
    const events = (name: string, rate: string, key: string) =>
      bill.line(name, () => ({
        unit: '1M events',
        rate,
        quantity: usage.number(key),
        per: 1_000_000,
        usageBased: true,
      }));
    const data = (name: string, rate: string, key: string) =>
      bill.line(name, () => ({ unit: 'GB', rate, quantity: usage.number(key), usageBased: true }));
    events('Custom events published', 'aws.events.custom', 'monthly_custom_events');
    events('Third-party events published', 'aws.events.partner', 'monthly_third_party_events');
    data('Archive processing', 'aws.events.archive-processing', 'monthly_archive_processing_gb');
    data('Archive storage', 'aws.events.archive-storage', 'archive_storage_gb');
    events('Schema discovery', 'aws.events.discovery', 'monthly_schema_discovery_events');
  },
};

/** `aws_cloudwatch_event_api_destination`: calls of the endpoint. */
const apiDestination: CostModel = {
  types: ['aws_cloudwatch_event_api_destination'],
  bill({ usage }, bill) {
    bill.line('Invocations', () => ({
      unit: '1M invocations',
      rate: 'aws.events.api-destination-invocations',
      quantity: usage.number('monthly_invocations'),
      per: 1_000_000,
      usageBased: true,
    }));
  },
};

/** `aws_pipes_pipe`: what comes out of its filter, of which every 64 KB count as a request. A pipe that is stopped costs nothing. */
const pipe: CostModel = {
  types: ['aws_pipes_pipe'],
  bill(resource, bill) {
    bill.line('Requests', () =>
      resource.text('desired_state')?.toUpperCase() === 'STOPPED'
        ? null
        : {
            unit: '1M requests',
            rate: 'aws.events.pipe-requests',
            quantity: billedRequests(resource.usage, resource.facts),
            per: 1_000_000,
            usageBased: true,
          },
    );
  },
};

/** `aws_scheduler_schedule`: invocations. The first 14 million a month are free for an account, which is not taken off. */
const schedule: CostModel = {
  types: ['aws_scheduler_schedule'],
  bill(resource, bill) {
    bill.line('Invocations', () =>
      resource.text('state')?.toUpperCase() === 'DISABLED'
        ? null
        : {
            unit: '1M invocations',
            rate: 'aws.events.scheduled-invocations',
            quantity: resource.usage.number('monthly_invocations'),
            per: 1_000_000,
            usageBased: true,
          },
    );
  },
};

export const eventsModels: readonly CostModel[] = [eventBus, apiDestination, pipe, schedule];
