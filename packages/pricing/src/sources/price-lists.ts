import { awsOfferFiles } from './aws/offer-files.ts';
import { awsQueryApi } from './aws/query-api.ts';
import { azureRetailPrices } from './azure/retail-prices.ts';
import { googleCatalog } from './google/catalog.ts';
import type { Network } from './network.ts';
import type { PriceList } from './price-list.ts';

export interface PriceListOptions {
  readonly network: Network;
  /** Environment variables: AWS credentials and `GOOGLE_API_KEY`. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** How AWS is asked: by its API, which needs credentials, or by its public offer files. */
  readonly aws: 'api' | 'bulk';
  /** In place of the public place of every list that is opened. */
  readonly endpoint?: string;
}

/** The providers that have a price list. */
export const listProviders = ['aws', 'azure', 'google'] as const;
export type ListProvider = (typeof listProviders)[number];

/** Opens the price list of a provider. Nothing is asked yet. */
export function openPriceList(provider: ListProvider, options: PriceListOptions): PriceList {
  const { network, environment, aws } = options;
  const common = { network, ...(options.endpoint === undefined ? {} : { endpoint: options.endpoint }) };
  switch (provider) {
    case 'aws':
      return aws === 'bulk' ? awsOfferFiles(common) : awsQueryApi({ ...common, ...credentialsIn(environment) });
    case 'azure':
      return azureRetailPrices(common);
    case 'google':
      return googleCatalog({ ...common, apiKey: environment.GOOGLE_API_KEY });
  }
}

/** Keys in the environment; without them the AWS SDK looks where it always does: profiles, roles, web identity. */
function credentialsIn({
  AWS_ACCESS_KEY_ID,
  AWS_SECRET_ACCESS_KEY,
  AWS_SESSION_TOKEN,
}: PriceListOptions['environment']) {
  if (!AWS_ACCESS_KEY_ID || !AWS_SECRET_ACCESS_KEY) return {};
  const session = AWS_SESSION_TOKEN ? { sessionToken: AWS_SESSION_TOKEN } : {};
  return { credentials: { accessKeyId: AWS_ACCESS_KEY_ID, secretAccessKey: AWS_SECRET_ACCESS_KEY, ...session } };
}
