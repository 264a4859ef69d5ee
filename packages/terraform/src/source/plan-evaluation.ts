import { isObject, type JsonObject, type JsonValue } from '../json/value.ts';
import type { Evaluation } from '../modules/result/evaluation.ts';
import type { Plan, PlannedAction, PlannedResource } from '../plan/plan.ts';
import { providerCandidates } from '../plan/provider-candidates.ts';
import { redact } from '../plan/redact.ts';
import type { ResourceSource } from './locate-resources.ts';

/** What a plan says, in the form of an evaluation. Why a value is unknown and what modules give out, a plan does not tell. */
export interface PlanEvaluation extends Omit<Evaluation, 'terraformVersion' | 'resources'> {
  /** The version of Terraform that made the plan; null when it does not say. */
  readonly terraformVersion: string | null;
  readonly resources: readonly EvaluatedPlanResource[];
}

/** A resource as it will be after apply. */
export interface EvaluatedPlanResource
  extends Pick<PlannedResource, 'address' | 'mode' | 'type' | 'name' | 'index' | 'module'> {
  readonly action: PlannedAction;
  readonly expanded: true;
  readonly provider: Evaluation['resources'][number]['provider'];
  /** Without unknown attributes; null at sensitive places. */
  readonly values: JsonObject;
  readonly unknown: JsonObject;
  readonly sensitive: JsonObject;
  readonly reasons: readonly never[];
  /** Null when the block was not found in the configuration. */
  readonly source: ResourceSource | null;
}

/**
 * Gives the resources that are there after apply of a plan in the form of an evaluation, with the places that `locateResources`
 * has found. Sensitive values are withheld.
 */
export function evaluationOfPlan(plan: Plan, sources: ReadonlyMap<string, ResourceSource>): PlanEvaluation {
  const incomplete = {
    severity: 'warning' as const,
    summary: 'Incomplete plan',
    detail: `The plan ${plan.file} does not hold all changes: some were targeted or deferred to a later plan.`,
    source: null,
  };
  return {
    kind: 'Evaluation',
    version: 1,
    terraformVersion: plan.terraformVersion,
    resources: plan.resources
      .filter(({ after, deposed }) => after !== null && deposed === null)
      .map((resource) => evaluatedResource(plan, resource, sources)),
    outputs: {},
    providers: [],
    moved: [],
    removed: [],
    diagnostics: [],
    notices: plan.complete ? [] : [incomplete],
  };
}

function evaluatedResource(
  plan: Plan,
  resource: PlannedResource,
  sources: ReadonlyMap<string, ResourceSource>,
): EvaluatedPlanResource {
  const { address, mode, type, name, index, module, action, provider, providerConfigKey, after } = resource;
  const [candidate, ...others] = providerCandidates(plan, resource) ?? [];
  const configuration = others.length === 0 ? candidate : undefined;
  const withheld = redact(after, resource.afterSensitive, null);
  return {
    address,
    mode,
    type,
    name,
    index,
    module,
    action,
    expanded: true,
    provider: {
      name: provider.name,
      alias: configuration?.alias ?? null,
      region: configuration?.region ?? null,
      source: provider.source,
      key: providerConfigKey,
    },
    values: isObject(withheld) ? withheld : {},
    unknown: marksOf(resource.afterUnknown, after),
    sensitive: marksOf(resource.afterSensitive, after),
    reasons: [],
    source: sources.get(address) ?? null,
  };
}

/** Marks by attribute, also where all of them have the same. */
function marksOf(marks: JsonValue, after: JsonObject | null): JsonObject {
  if (marks !== true) return isObject(marks) ? marks : {};
  return Object.fromEntries(Object.keys(after ?? {}).map((name) => [name, true]));
}
