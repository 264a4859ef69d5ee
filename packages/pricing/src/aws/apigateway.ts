import { amountFact } from '../facts/table.ts';
import type { CostModel } from '../model.ts';
import { type Amount, larger, roundUp } from '../money/amount.ts';
import type { BilledResource } from '../resource/billed-resource.ts';
import { Undetermined } from '../resource/undetermined.ts';

/** `aws_api_gateway_rest_api`: requests. The tiers are those of the account in a region. */
const restApi: CostModel = {
  types: ['aws_api_gateway_rest_api'],
  bill({ usage }, bill) {
    bill.line('Requests', () => ({
      unit: '1M requests',
      rate: 'aws.apigateway.rest-requests',
      quantity: usage.number('monthly_requests'),
      per: 1_000_000,
      usageBased: true,
    }));
  },
};

/** `aws_api_gateway_stage`: hours of its cache, if it has one. */
const stage: CostModel = {
  types: ['aws_api_gateway_stage'],
  bill(resource, bill) {
    bill.line('Cache memory', () => {
      if (!resource.flag('cache_cluster_enabled')) return null;
      const size = resource.text('cache_cluster_size', '0.5');
      return {
        name: `Cache memory (${size} GB)`,
        unit: 'hours',
        rate: 'aws.apigateway.cache',
        dimensions: { size },
        quantity: resource.hours,
      };
    });
  },
};

/**
 * `aws_apigatewayv2_api`: requests of an HTTP API; messages and connections of a WebSocket API. A request or message counts once for
 * each part of a certain size that it has; without a size in the usage it counts once.
 */
const httpOrWebsocketApi: CostModel = {
  types: ['aws_apigatewayv2_api'],
  bill(resource, bill) {
    const isWebsocket = () => protocolOf(resource) === 'WEBSOCKET';
    bill.line('Requests', () => {
      if (isWebsocket()) return null;
      const quantity = inParts(resource, 'request', 'monthly_requests');
      return { unit: '1M requests', rate: 'aws.apigateway.http-requests', quantity, per: 1_000_000, usageBased: true };
    });
    bill.line('Messages', () => {
      if (!isWebsocket()) return null;
      const quantity = inParts(resource, 'message', 'monthly_messages');
      const rate = 'aws.apigateway.websocket-messages';
      return { unit: '1M messages', rate, quantity, per: 1_000_000, usageBased: true };
    });
    bill.line('Connection duration', () => {
      if (!isWebsocket()) return null;
      const quantity = resource.usage.number('monthly_connection_mins');
      const rate = 'aws.apigateway.websocket-minutes';
      return { unit: '1M minutes', rate, quantity, per: 1_000_000, usageBased: true };
    });
  },
};

function protocolOf(resource: BilledResource): string {
  const protocol = resource.text('protocol_type', 'HTTP', ['HTTP', 'WEBSOCKET']);
  if (protocol === 'HTTP' || protocol === 'WEBSOCKET') return protocol;
  throw new Undetermined(`there is no protocol "${protocol}" of an API`);
}

function inParts({ usage, facts }: BilledResource, what: 'request' | 'message', key: string): Amount | undefined {
  const part = amountFact(facts, 'aws/amounts', `apigateway-${what}-part`);
  const size = usage.number(`${what}_size_kb`) ?? part;
  const parts = roundUp(larger(size, part).div(part));
  return usage.number(key)?.times(parts);
}

export const apiGatewayModels: readonly CostModel[] = [restApi, stage, httpOrWebsocketApi];
