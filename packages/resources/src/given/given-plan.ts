import type { JsonObject, JsonValue } from '@tollgate/policy-engine';
import { isList, isObject, member, type Plan, type PlannedAction, type PlannedResource } from '@tollgate/terraform';
import { addressText, keyValue, parseAddress } from '../address.ts';
import { marksAt } from './marks-at.ts';

const actions: readonly PlannedAction[] = ['create', 'update', 'replace', 'delete', 'read', 'no-op', 'forget'];

/**
 * Makes a plan of the resources that a test case lists.
 * @throws Error whose message is a sentence, when one of them is no resource.
 */
export function givenPlan(given: JsonValue): Plan {
  const resources = isList(given) ? given.map(plannedResource) : [];
  return {
    kind: 'plan',
    file: 'resources',
    formatVersion: '1.2',
    terraformVersion: null,
    complete: true,
    resources: resources.map(({ resource }) => resource),
    providers: new Map(
      resources.map(({ resource: { provider, providerConfigKey: key }, alias, region }) => [
        key ?? '',
        {
          key: key ?? '',
          name: provider.name,
          source: provider.source,
          alias,
          modulePath: [],
          configured: true,
          region,
          defaultTags: { kind: 'known', tags: {} },
        },
      ]),
    ),
  };
}

interface GivenResource {
  readonly resource: PlannedResource;
  readonly alias: string | null;
  readonly region: string | null;
}

function plannedResource(given: JsonValue): GivenResource {
  const address = textOf(member(given, 'address')) ?? '';
  const parsed = parseAddress(address);
  if (parsed === null || parsed.resource === null) {
    throw new Error(`"${address}" is not the address of a resource, such as aws_instance.web[0].`);
  }
  const { mode, type, name, key } = parsed.resource;
  const before = objectOf(member(given, 'before'));
  const action = actionOf(member(given, 'action'), { mode, isNew: before === null });
  const isGone = action === 'delete' || action === 'forget';
  const values = objectOf(member(given, 'values')) ?? {};
  const provider = member(given, 'provider');
  const providerName = textOf(member(provider, 'name')) ?? type.split('_', 1)[0] ?? type;
  const [alias, region] = [textOf(member(provider, 'alias')), textOf(member(provider, 'region'))];
  const resource: PlannedResource = {
    address,
    mode,
    type,
    name,
    index: keyValue(key),
    module: parsed.modules.length === 0 ? null : addressText({ modules: parsed.modules, resource: null }),
    deposed: null,
    provider: {
      name: providerName,
      source: textOf(member(provider, 'source')) ?? `registry.terraform.io/hashicorp/${providerName}`,
    },
    // One configuration for each way in which resources of the case are given.
    providerConfigKey: JSON.stringify([providerName, alias, region]),
    action,
    importing: null,
    previousAddress: null,
    before: action === 'create' ? null : (before ?? values),
    after: isGone ? null : values,
    afterUnknown: marksAt(member(given, 'unknown'), address),
    beforeSensitive: marksAt(member(given, 'sensitive'), address),
    afterSensitive: marksAt(member(given, 'sensitive'), address),
  };
  return { resource, alias, region };
}

function actionOf(given: JsonValue | undefined, otherwise: { mode: string; isNew: boolean }): PlannedAction {
  const action = actions.find((name) => name === given);
  if (action !== undefined) return action;
  if (otherwise.mode === 'data') return 'read';
  return otherwise.isNew ? 'create' : 'update';
}

function textOf(value: JsonValue | undefined): string | null {
  return typeof value === 'string' ? value : null;
}

function objectOf(value: JsonValue | undefined): JsonObject | null {
  return isObject(value) ? value : null;
}
