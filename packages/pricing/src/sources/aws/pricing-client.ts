// The AWS SDK is imported here alone, by name: this file is loaded with the first question, and a bundle keeps the names.
import { type Filter, GetProductsCommand, PricingClient, type PricingClientConfig } from '@aws-sdk/client-pricing';
import { PricingError } from '../../error.ts';
import { broken, isFields } from '../answer.ts';
import type { Attempt } from '../network.ts';

/** A page of products, each a text of JSON. */
export interface ProductPage {
  readonly products: readonly string[];
  readonly next: string | undefined;
}

/** Asks for one page of the products of an offer. */
export type GetProducts = (
  offer: string,
  filters: readonly Filter[],
  page: string | undefined,
) => Promise<Attempt<ProductPage>>;

/** Opens a client of the AWS Price List Query API. */
export function openPricingClient(config: PricingClientConfig): GetProducts {
  const client = new PricingClient(config);
  return async (offer, filters, page) => {
    try {
      const { PriceList = [], NextToken } = await client.send(
        new GetProductsCommand({
          ServiceCode: offer,
          Filters: [...filters],
          FormatVersion: 'aws_v1',
          MaxResults: 100,
          ...(page === undefined ? {} : { NextToken: page }),
        }),
      );
      return { kind: 'done', value: { products: PriceList.map(String), next: NextToken } };
    } catch (error) {
      return afterFailure(error);
    }
  };
}

const busy = new Set([
  'ThrottlingException',
  'TooManyRequestsException',
  'InternalErrorException',
  'ServiceUnavailable',
]);
const place = 'AWS Price List Query API';

function afterFailure(error: unknown): Attempt<never> {
  if (!(error instanceof Error)) throw error;
  const { name, message } = error;
  const status = httpStatus(error);
  const isNetwork = 'code' in error || name === 'TimeoutError';
  if (busy.has(name) || status === 429 || status >= 500 || (status === 0 && isNetwork)) {
    return { kind: 'again', reason: `it answered "${name}: ${message}"`, waitMs: null };
  }
  if (error instanceof SyntaxError || (status === 200 && name !== 'CredentialsProviderError')) {
    return { kind: 'failed', error: broken(place, `it is no JSON, or is cut off (${message})`) };
  }
  return { kind: 'failed', error: new PricingError(place, `${name}: ${message}. ${adviceOn(name)}`) };
}

function httpStatus(error: Error): number {
  const metadata = '$metadata' in error && isFields(error.$metadata) ? error.$metadata : {};
  return typeof metadata.httpStatusCode === 'number' ? metadata.httpStatusCode : 0;
}

function adviceOn(name: string): string {
  const other = 'The public files need none: "tollgate prices update --source bulk".';
  if (name === 'CredentialsProviderError') {
    return `Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or AWS_PROFILE. ${other}`;
  }
  return `The credentials need the permission pricing:GetProducts. ${other}`;
}
