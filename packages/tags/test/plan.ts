import type { ResourceInput } from '@tollgate/resources';
import { type JsonValue, type Plan, type ResourceSource, readPlan } from '@tollgate/terraform';

/** What a test says of a resource; the rest is as in a plan that creates it. */
export interface Given {
  readonly type?: string;
  readonly address?: string;
  readonly mode?: string;
  readonly actions?: readonly string[];
  readonly before?: JsonValue;
  readonly after?: JsonValue;
  readonly unknown?: JsonValue;
  readonly sensitive?: JsonValue;
  readonly deposed?: string;
}

/** Arguments of a `provider` block as a plan has them, by key; undefined for a plan without a configuration. */
export type GivenProviders = Readonly<Record<string, JsonValue>> | undefined;

/** A plan of the given resources, of which the provider key is the first word of the type. */
export function planOf(resources: readonly Given[], providers: GivenProviders = {}): Plan {
  const changes = resources.map((resource, index) => ({ type: 'aws_instance', ...resource, name: `r${index}` }));
  const document = {
    format_version: '1.2',
    terraform_version: '1.11.4',
    planned_values: {},
    resource_changes: changes.map((given) => ({
      address: given.address ?? `${given.type}.${given.name}`,
      mode: given.mode ?? 'managed',
      type: given.type,
      name: given.name,
      deposed: given.deposed,
      provider_name: `registry.terraform.io/hashicorp/${providerOf(given.type)}`,
      change: {
        actions: given.actions ?? ['create'],
        before: given.before ?? null,
        after: given.after === undefined ? {} : given.after,
        after_unknown: given.unknown ?? {},
        after_sensitive: given.sensitive ?? {},
      },
    })),
    configuration: providers === undefined ? undefined : configurationOf(providers, changes),
  };
  return readPlan(new TextEncoder().encode(JSON.stringify(document)), { file: 'plan.json' });
}

/** A plan as the gate takes it. */
export function planInput(plan: Plan, sources: ReadonlyMap<string, ResourceSource> = new Map()): ResourceInput {
  return { kind: 'plan', plan, sources };
}

function configurationOf(
  providers: Readonly<Record<string, JsonValue>>,
  changes: readonly { type: string; name: string }[],
) {
  const blocks = Object.entries(providers).map(([key, expressions]) => {
    const name = key.split('.', 1)[0] ?? key;
    return [key, { name, full_name: `registry.terraform.io/hashicorp/${name}`, expressions }];
  });
  const resources = changes.map(({ type, name }) => ({
    mode: 'managed',
    type,
    name,
    provider_config_key: providerOf(type),
  }));
  return { provider_config: Object.fromEntries(blocks), root_module: { resources } };
}

function providerOf(type: string): string {
  return type.split('_', 1)[0] ?? type;
}

/** Arguments of an AWS provider with default tags. */
export function defaultTags(tags: Readonly<Record<string, string>>): JsonValue {
  return { default_tags: [{ tags: { constant_value: tags } }] };
}
