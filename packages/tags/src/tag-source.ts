import type { ResourceInput, ResourceView, StateInput } from '@tollgate/resources';
import type { Evaluation, JsonObject, Plan, PlannedAction, ResourceSource, State } from '@tollgate/terraform';
import type { Attribute } from './attribute.ts';
import { plannedReferences } from './planned-references.ts';
import { defaultsOfEvaluation, defaultsOfPlan, type ProviderDefaults } from './provider-defaults.ts';
import { noTags } from './tag-map.ts';
import { type Taggability, type TaggabilityOf, taggability } from './taggability.ts';

/** A resource that exists after apply, as its tags are read from it. Holds secrets: never for output. */
export interface TagSource {
  readonly origin: ResourceView['origin'];
  readonly address: string;
  readonly type: string;
  /** Whether resources of its type carry tags, and where. */
  readonly taggability: Taggability;
  /** The address of the module instance; null for the root module. */
  readonly module: string | null;
  readonly action: PlannedAction | null;
  /** All values after apply. */
  readonly values: Attribute;
  /** The values before the change; null when it is new, or for a configuration. */
  readonly before: JsonObject | null;
  /** What the provider adds; asked for only when the values do not tell the merged tags. */
  readonly providerDefaults: () => ProviderDefaults;
  /** The block, when it is at hand. */
  readonly source: ResourceSource | null;
  /** Where attributes are written, when it was asked for. */
  readonly places: Evaluation['resources'][number]['places'];
}

/**
 * The managed resources that exist after apply, or that exist already, in the order of the input. Types are looked up in the table
 * unless given.
 */
export function tagSources(
  input: ResourceInput | StateInput,
  typed: TaggabilityOf = taggability,
): readonly TagSource[] {
  switch (input.kind) {
    case 'plan':
      return sourcesOfPlan(input.plan, input.sources, typed);
    case 'state':
      return sourcesOfState(input.state, input.sources, typed);
    case 'configuration':
      return sourcesOfEvaluation(input.evaluation, typed);
  }
}

function sourcesOfPlan(plan: Plan, sources: ReadonlyMap<string, ResourceSource>, typed: TaggabilityOf): TagSource[] {
  return plan.resources
    .filter(({ mode, deposed, after }) => mode === 'managed' && deposed === null && after !== null)
    .map((resource) => ({
      origin: 'plan',
      address: resource.address,
      type: resource.type,
      taggability: typed(resource.type),
      module: resource.module,
      action: resource.action,
      values: {
        value: resource.after ?? undefined,
        unknown: resource.afterUnknown,
        sensitive: resource.afterSensitive,
        within: null,
        reading: { withheld: false, reasons: [], references: (path) => plannedReferences(resource, path) },
      },
      before: resource.before,
      providerDefaults: () => defaultsOfPlan(resource, plan),
      source: sources.get(resource.address) ?? null,
      places: undefined,
    }));
}

function sourcesOfState(state: State, sources: ReadonlyMap<string, ResourceSource>, typed: TaggabilityOf): TagSource[] {
  return state.resources
    .filter(({ mode, deposed }) => mode === 'managed' && deposed === null)
    .map((resource) => ({
      origin: 'state',
      address: resource.address,
      type: resource.type,
      taggability: typed(resource.type),
      module: resource.module,
      action: null,
      values: {
        value: resource.values,
        unknown: {},
        sensitive: resource.sensitive,
        within: null,
        reading: { withheld: false, reasons: [] },
      },
      before: null,
      // What the provider adds is among the values.
      providerDefaults: () => noTags,
      source: sources.get(resource.address) ?? null,
      places: undefined,
    }));
}

function sourcesOfEvaluation(evaluation: Evaluation, typed: TaggabilityOf): TagSource[] {
  const defaults = defaultsOfEvaluation(evaluation);
  return evaluation.resources
    .filter(({ mode }) => mode === 'managed')
    .map((resource) => ({
      origin: 'configuration',
      address: resource.address,
      type: resource.type,
      taggability: typed(resource.type),
      module: resource.module,
      action: null,
      values: {
        value: resource.values,
        unknown: resource.unknown,
        sensitive: resource.sensitive,
        within: null,
        reading: { withheld: true, reasons: resource.reasons },
      },
      before: null,
      providerDefaults: () => defaults(resource.provider.key),
      source: resource.source,
      places: resource.places,
    }));
}
