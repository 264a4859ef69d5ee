import type { CostModel } from '../model.ts';
import type { BilledResource } from '../resource/billed-resource.ts';
import { Undetermined } from '../resource/undetermined.ts';

/**
 * `aws_kms_key`: the key and the requests to it. Not billed here: versions that rotation adds, for the first two of which
 * AWS takes the price of a key each, since that depends on how old the key is.
 */
const key: CostModel = {
  types: ['aws_kms_key'],
  bill(resource, bill) {
    const { usage } = resource;
    const requests = (usageKey: string, rate: string) => ({
      unit: '10k requests',
      rate,
      quantity: usage.number(usageKey),
      per: 10_000,
      usageBased: true,
    });
    bill.line('Customer master key', () => ({ unit: 'months', rate: 'aws.kms.key', quantity: 1 }));
    bill.line('Requests', () => {
      switch (requestKind(resource)) {
        case 'symmetric':
          return requests('monthly_requests', 'aws.kms.requests');
        case 'rsa-2048':
          return { name: 'Requests (RSA 2048)', ...requests('monthly_requests', 'aws.kms.requests-rsa-2048') };
        case 'asymmetric':
          return { name: 'Requests (asymmetric)', ...requests('monthly_requests', 'aws.kms.requests-asymmetric') };
      }
    });
    for (const kind of ['ECC', 'RSA']) {
      // Pairs of data keys are protected by a symmetric key.
      bill.line(`${kind} GenerateDataKeyPair requests`, () =>
        keySpec(resource) === 'SYMMETRIC_DEFAULT'
          ? requests(`monthly_${kind.toLowerCase()}_data_key_pairs`, `aws.kms.data-key-pairs-${kind.toLowerCase()}`)
          : null,
      );
    }
  },
};

type RequestKind = 'symmetric' | 'rsa-2048' | 'asymmetric';

function requestKind(resource: BilledResource): RequestKind {
  const spec = keySpec(resource);
  const kind = resource.facts('aws/kms-key-specs').row(spec)?.requests;
  if (kind === 'symmetric' || kind === 'rsa-2048' || kind === 'asymmetric') return kind;
  throw new Undetermined(`it is not known how requests to a key of the kind "${spec}" are billed`);
}

function keySpec(resource: BilledResource): string {
  return resource.text('customer_master_key_spec') ?? 'SYMMETRIC_DEFAULT';
}

/** Keys with material of one's own, and replicas in other regions; AWS bills each like a key. */
const otherKey: CostModel = {
  types: ['aws_kms_external_key', 'aws_kms_replica_external_key', 'aws_kms_replica_key'],
  bill(_, bill) {
    bill.line('Customer master key', () => ({ unit: 'months', rate: 'aws.kms.key', quantity: 1 }));
  },
};

export const kmsModels: readonly CostModel[] = [key, otherKey];
