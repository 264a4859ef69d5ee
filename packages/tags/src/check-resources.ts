import {
  type Decision,
  type Evidence,
  gateWork,
  type PolicySet,
  type PreparedPolicies,
  preparePolicies,
  type Run,
  type Subject,
} from '@tollgate/policy-engine';
import {
  type CommentedBase,
  type CommentedResources,
  type ForeignExceptions,
  judgesOfGates,
  type ResourceInput,
  resourceGate,
  resourceSubjects,
  resourcesEvidence,
  runExceptions,
  type UnreadRootModule,
  withUnreadRootModules,
} from '@tollgate/resources';
import { complianceSection } from './compliance/compliance-section.ts';
import { groupsOfRootModules } from './compliance/groups-of-root-modules.ts';
import { type TagCompliance, tagCompliance } from './compliance/tag-compliance.ts';
import { defaultTagSubjects, defaultTagsGate } from './gate/default-tags-gate.ts';
import { type TagOptions, tagSubjects } from './gate/tag-subjects.ts';
import { tagsGate } from './gate/tags-gate.ts';
import type { OwnersOf } from './suggestions/code-owners.ts';
import { suggestionRemedies } from './suggestions/remedies.ts';
import type { TaggabilityOf } from './taggability.ts';

/** Resources as they are to be after the change, with the files that define them. */
export interface JudgedResources extends CommentedResources {
  readonly input: ResourceInput;
  /** What the report calls the configuration. */
  readonly folder: string;
  /** Who owns a file, by its name in the places of the input; absent when nothing tells. */
  readonly ownersOf?: OwnersOf;
  /** Which types carry tags, where schemas of providers are at hand. */
  readonly taggability?: TaggabilityOf;
  /** What stands before the ids of its subjects, such as `infra/prod:`, when several root modules are judged in one run. */
  readonly prefix?: string;
}

/** The configuration before the change. */
export type BaseResources = CommentedBase;

/** What else is known of the run. */
export type ResourcesRun = Pick<Run, 'now' | 'repository' | 'environment' | 'commit'> & ForeignExceptions;

/** Policies that are ready to judge resources and their tags, of one configuration after the other. */
export interface PreparedResources extends Pick<PreparedPolicies, 'rules' | 'policies' | 'notices'> {
  /** @throws PolicyEngineError for mistakes in exceptions, each at its place. */
  judge(found: JudgedResources, run: ResourcesRun): Decision;
  /**
   * Judges several root modules in one run. One that could not be evaluated is an error.
   * @throws PolicyEngineError for mistakes in exceptions, each at its place.
   */
  judgeAll(found: readonly JudgedResources[], unread: readonly UnreadRootModule[], run: ResourcesRun): Decision;
}

/**
 * Makes policies ready to judge resources and their tags.
 * @throws PolicyEngineError for mistakes in policies, each at its place.
 */
export async function prepareResources(set: PolicySet): Promise<PreparedResources> {
  let judged: readonly JudgedResources[] = [];
  let notJudged: readonly UnreadRootModule[] = [];
  const subjects =
    <Data>(make: (input: ResourceInput, options: TagOptions) => readonly Subject<Data>[]) =>
    () =>
      judged.flatMap((found) => withPrefix(make(found.input, tagOptions(found)), found.prefix));
  const works = [
    withUnreadRootModules(gateWork(resourceGate, subjects(resourceSubjects)), () => notJudged),
    gateWork(tagsGate, subjects(tagSubjects)),
    gateWork(defaultTagsGate, subjects(defaultTagSubjects)),
  ];
  const prepared = await preparePolicies(set, works, judgesOfGates);
  const judgeAll: PreparedResources['judgeAll'] = (found, unread, run) => {
    judged = found;
    notJudged = unread;
    return prepared.judge({ ...run, ...runExceptions(set.documents, found, run) });
  };
  return {
    rules: prepared.rules,
    policies: prepared.policies,
    notices: prepared.notices,
    judge: (found, run) => judgeAll([found], [], run),
    judgeAll,
  };
}

/** Tells the subjects of several root modules apart, in which the same addresses stand for different things. */
function withPrefix<Data>(subjects: readonly Subject<Data>[], prefix: string | undefined): readonly Subject<Data>[] {
  if (prefix === undefined) return subjects;
  return subjects.map((subject) => {
    const { kind, id } = subject.reference;
    return { ...subject, reference: { kind, id: `${prefix}${id}` } };
  });
}

/**
 * Judges resources and their tags by policies. The policies are looked through before the resources are read: with a broken
 * one nothing is judged.
 * @throws PolicyEngineError for mistakes in policies and exceptions, each at its place.
 */
export function checkResources(
  set: PolicySet,
  read: () => JudgedResources,
  run: ResourcesRun,
): Promise<{ readonly decision: Decision; readonly evidence: Evidence }> {
  return checkRootModules(set, () => ({ judged: [read()], unread: [] }), run);
}

/** The root modules of a run: those that were read, and those that could not be evaluated. */
export interface RootModulesToJudge {
  readonly judged: readonly JudgedResources[];
  readonly unread: readonly UnreadRootModule[];
}

/**
 * Judges several root modules as one run with one decision. One that could not be evaluated fails the run, and the others are
 * judged all the same.
 * @throws PolicyEngineError for mistakes in policies and exceptions, each at its place.
 */
export async function checkRootModules(
  set: PolicySet,
  read: () => RootModulesToJudge | Promise<RootModulesToJudge>,
  run: ResourcesRun,
): Promise<{ readonly decision: Decision; readonly evidence: Evidence }> {
  const { rules, judgeAll } = await prepareResources(set);
  const { judged, unread } = await read();
  const decision = judgeAll(judged, unread, run);
  const evidence = resourcesEvidence({ decision, rules, roots: judged });
  const compliance = measureCompliance(set, judged, decision, { date: run.now });
  const isShort = compliance.resources.percent !== null && compliance.resources.percent !== '100.0';
  return {
    decision,
    evidence: {
      ...evidence,
      remedies: [...evidence.remedies, ...suggestionRemedies(decision.verdicts)],
      sections: [...evidence.sections, ...(isShort ? [complianceSection(compliance, { folded: true })] : [])],
    },
  };
}

/** Measures how the resources that were judged keep the policies about tags. */
export function measureCompliance(
  { policies }: PolicySet,
  found: JudgedResources | readonly JudgedResources[],
  decision: Decision,
  { date, ownerTag }: { readonly date: string; readonly ownerTag?: string },
): TagCompliance {
  const tagPolicies = new Set(policies.filter(({ gate }) => gate === tagsGate.name).map(({ name }) => name));
  const all = 'input' in found ? [found] : found;
  return tagCompliance({ decision, tagPolicies, groups: groupsOfRootModules(all, ownerTag), date });
}

/** What the subjects of tags are made with. */
export function tagOptions({ base, pathOf, ownersOf, taggability }: JudgedResources): TagOptions {
  return {
    ...(pathOf === undefined ? {} : { pathOf }),
    ...(base === null ? {} : { base: base.evaluation }),
    ...(ownersOf === undefined ? {} : { ownersOf }),
    ...(taggability === undefined ? {} : { taggability }),
  };
}
