import type { JsonValue } from '../src/json/value.ts';

/** A plan that creates a bucket, with members of the document replaced. */
export function smallPlan(changes: Readonly<Record<string, JsonValue>> = {}): Uint8Array {
  return encode({ ...planOf([bucket()]), ...changes });
}

/** A plan of the given resource changes, without a configuration. */
export function planOf(resourceChanges: readonly JsonValue[]): Record<string, JsonValue> {
  return {
    format_version: '1.2',
    terraform_version: '1.11.4',
    planned_values: { root_module: {} },
    resource_changes: resourceChanges,
    complete: true,
    errored: false,
  };
}

/** A change that creates a bucket, with members of the element and of its `change` replaced. */
export function bucket(element: Record<string, JsonValue> = {}, change: Record<string, JsonValue> = {}) {
  return {
    address: 'aws_s3_bucket.logs',
    mode: 'managed',
    type: 'aws_s3_bucket',
    name: 'logs',
    provider_name: 'registry.terraform.io/hashicorp/aws',
    change: { actions: ['create'], before: null, after: { bucket: 'logs' }, after_unknown: {}, ...change },
    ...element,
  };
}

/** JSON in UTF-8. Members that are undefined are left out. */
export function encode(value: unknown): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(value));
}
