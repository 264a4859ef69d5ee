import type { DecidingPolicy, Decision, Level, Verdict } from '@tollgate/policy-engine';
import {
  type ComplianceCounts,
  type ComplianceStatus,
  countsOf,
  percentage,
  statusOf,
  worstOf,
} from './compliance-counts.ts';
import type { ComplianceGroups, ResourceOwners } from './compliance-groups.ts';

/**
 * How many resources keep the rules about tags: for each rule, each owner and each module. Reports of several days make a
 * trend. Published schema: `schema/tag-compliance.json`.
 */
export interface TagCompliance {
  readonly kind: 'TagCompliance';
  readonly version: 1;
  /** The day of the run, in UTC. */
  readonly date: string;
  /** Resources that any rule judged, each by its worst verdict. */
  readonly resources: ComplianceCounts;
  /**
   * The percentage of verdicts that are compliant, one of a hard-mandatory rule counted three times and one of a soft-mandatory
   * rule twice; a decimal with one place, rounded down. Null when nothing was judged.
   */
  readonly score: string | null;
  /** Verdicts of each rule, in the order of policies and rules. */
  readonly rules: readonly RuleCompliance[];
  /** What owners are read from. */
  readonly ownersFrom: ComplianceGroups['ownersFrom'];
  /** Resources of each owner, by name; a resource with several owners counts for each. Empty where nothing tells owners. */
  readonly owners: readonly OwnerCompliance[];
  /** Resources of each module call without its instances, by address; the root module first. */
  readonly modules: readonly ModuleCompliance[];
  /** The policies about tags that took part. */
  readonly policies: readonly DecidingPolicy[];
}

export interface RuleCompliance extends ComplianceCounts {
  readonly policy: string;
  readonly rule: string;
  readonly level: Level;
}

export interface OwnerCompliance extends ComplianceCounts {
  /** Null for resources without an owner, and for those whose owner is not known. */
  readonly owner: string | null;
  /** False for resources whose owner cannot be told, as of a tag that is known only after apply. */
  readonly known: boolean;
}

export interface ModuleCompliance extends ComplianceCounts {
  /** Null for the root module. */
  readonly module: string | null;
}

/** What compliance is measured from. */
export interface MeasuredRun {
  readonly decision: Decision;
  /** Names of the policies about tags; verdicts of others do not count. */
  readonly tagPolicies: ReadonlySet<string>;
  readonly groups: ComplianceGroups;
  /** The day of the run. */
  readonly date: string;
}

/** Measures how the verdicts of a run keep the rules about tags. What is not known is never counted as compliant. */
export function tagCompliance({ decision, tagPolicies, groups, date }: MeasuredRun): TagCompliance {
  const verdicts = decision.verdicts.filter(
    ({ policy, outcome }) => tagPolicies.has(policy) && outcome !== 'not-applicable',
  );
  const byResource = new Map<string, ComplianceStatus>();
  for (const { subject, outcome } of verdicts) {
    const status = statusOf(outcome);
    byResource.set(subject.id, worstOf(byResource.get(subject.id) ?? status, status));
  }
  return {
    kind: 'TagCompliance',
    version: 1,
    date,
    resources: countsOf([...byResource.values()]),
    score: scoreOf(verdicts),
    rules: ruleCompliance(verdicts),
    ownersFrom: groups.ownersFrom,
    owners: groups.ownersFrom === null ? [] : ownerCompliance(byResource, groups.owners),
    modules: moduleCompliance(byResource, groups.modules),
    policies: decision.policies.filter(({ name }) => tagPolicies.has(name)),
  };
}

const weights: Readonly<Record<Level, number>> = { 'hard-mandatory': 3, 'soft-mandatory': 2, advisory: 1 };

function scoreOf(verdicts: readonly Verdict[]): string | null {
  let all = 0;
  let kept = 0;
  for (const { level, outcome } of verdicts) {
    all += weights[level];
    if (statusOf(outcome) === 'compliant') kept += weights[level];
  }
  return percentage(kept, all);
}

function ruleCompliance(verdicts: readonly Verdict[]): RuleCompliance[] {
  const byRule = Map.groupBy(verdicts, ({ policy, rule }) => JSON.stringify([policy, rule]));
  return [...byRule.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const { policy, rule, level } = first;
    return [{ policy, rule, level, ...countsOf(group.map(({ outcome }) => statusOf(outcome))) }];
  });
}

function ownerCompliance(
  byResource: ReadonlyMap<string, ComplianceStatus>,
  ownersOf: ReadonlyMap<string, ResourceOwners>,
): OwnerCompliance[] {
  const groups = new Map<string, { owner: string | null; known: boolean; statuses: ComplianceStatus[] }>();
  for (const [address, status] of byResource) {
    const { owners, known } = ownersOf.get(address) ?? { owners: [], known: false };
    for (const owner of owners.length === 0 ? [null] : owners) {
      const key = JSON.stringify([owner, known]);
      const group = groups.get(key) ?? { owner, known, statuses: [] };
      groups.set(key, group);
      group.statuses.push(status);
    }
  }
  return [...groups.values()]
    .sort((a, b) => compareNames(a.owner, b.owner, 'last') || Number(b.known) - Number(a.known))
    .map(({ owner, known, statuses }) => ({ owner, known, ...countsOf(statuses) }));
}

function moduleCompliance(
  byResource: ReadonlyMap<string, ComplianceStatus>,
  moduleOf: ReadonlyMap<string, string | null>,
): ModuleCompliance[] {
  const groups = Map.groupBy(byResource, ([address]) => moduleOf.get(address) ?? null);
  return [...groups]
    .sort(([a], [b]) => compareNames(a, b, 'first'))
    .map(([module, entries]) => ({ module, ...countsOf(entries.map(([, status]) => status)) }));
}

function compareNames(a: string | null, b: string | null, nothing: 'first' | 'last'): number {
  if (a === b) return 0;
  if (a === null || b === null) return (a === null) === (nothing === 'first') ? -1 : 1;
  return a < b ? -1 : 1;
}
