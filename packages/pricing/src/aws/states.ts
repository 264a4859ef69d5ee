import type { Bill } from '../estimate/bill.ts';
import { amountFact } from '../facts/table.ts';
import type { CostModel } from '../model.ts';
import { type Amount, larger, roundUp } from '../money/amount.ts';
import { tierName } from '../prices/tiers.ts';
import type { BilledResource } from '../resource/billed-resource.ts';

const secondsOfHour = 3600;

/** `aws_sfn_state_machine`: standard workflows by the transitions between states, express ones by requests and by memory over time. */
const stateMachine: CostModel = {
  types: ['aws_sfn_state_machine'],
  bill(resource, bill) {
    if (resource.text('type', 'STANDARD', ['STANDARD', 'EXPRESS']).toUpperCase() === 'EXPRESS') {
      billExpress(resource, bill);
      return;
    }
    bill.line('Transitions', () => ({
      unit: '1K transitions',
      rate: 'aws.states.transitions',
      quantity: resource.usage.number('monthly_transitions'),
      per: 1000,
      usageBased: true,
    }));
  },
};

function billExpress(resource: BilledResource, bill: Bill): void {
  bill.line('Requests', () => ({
    unit: '1M requests',
    rate: 'aws.states.express-requests',
    quantity: resource.usage.number('monthly_requests'),
    per: 1_000_000,
    usageBased: true,
  }));
  bill.line('Duration', () => ({
    unit: 'GB-hours',
    rate: 'aws.states.express-duration',
    quantity: gigabyteSeconds(resource),
    per: secondsOfHour,
    usageBased: true,
    tierNamed: ({ start, end }) => {
      const hours = { start: start.div(secondsOfHour), end: end?.div(secondsOfHour) ?? null };
      return `Duration (${tierName(hours, 'count')})`;
    },
  }));
}

/** Memory and duration are rounded up to the steps that AWS bills. */
function gigabyteSeconds({ usage, facts }: BilledResource): Amount | undefined {
  const requests = usage.number('monthly_requests');
  const memory = usage.number('memory_mb');
  const duration = usage.number('workflow_duration_ms');
  if (requests === undefined || memory === undefined || duration === undefined) return undefined;
  const memoryStep = amountFact(facts, 'aws/amounts', 'step-functions-memory-step');
  const durationStep = amountFact(facts, 'aws/amounts', 'step-functions-duration-step');
  const megabytes = roundUp(larger(memory, memoryStep).div(memoryStep)).times(memoryStep);
  const milliseconds = roundUp(duration.div(durationStep)).times(durationStep);
  return requests.times(milliseconds).div(1000).times(megabytes).div(1024);
}

export const statesModels: readonly CostModel[] = [stateMachine];
