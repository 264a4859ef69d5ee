import type { PolicySet } from '@tollgate/policy-engine';
import {
  type CommentedResources,
  type PastNotice,
  type PlanInput,
  pastText,
  type ReadRootModule,
  type RootModuleOutcome,
  resourceViews,
  type StateInput,
  type UnreadRootModule,
} from '@tollgate/resources';
import type { Evaluation } from '@tollgate/terraform';
import { viewsBefore } from '../changes/views-before.ts';
import type { EstimateInput } from '../estimate/estimation.ts';
import { environmentOf } from '../gate/environment-of.ts';
import type { ScheduleInput } from '../settings/scheduled-hours.ts';
import type { UsageRules } from '../usage/usage-rules.ts';
import type { Pricing } from './pricing.ts';

/** A root module of a run: ready to be estimated, or why it is not. */
export type RunRootModule =
  | ReadyRootModule
  | { readonly kind: 'unaffected'; readonly name: string }
  | { readonly kind: 'failed'; readonly name: string; readonly unread: UnreadRootModule };

/** A root module with what is estimated of it. */
export interface ReadyRootModule {
  readonly kind: 'ready';
  readonly name: string;
  readonly after: EstimateInput;
  readonly before: InputBefore;
  readonly moved: Evaluation['moved'];
  /** What it was called before the change, when that is another name. */
  readonly previousName?: string;
  readonly environment: string | null;
  /** Its files, in whose comments exceptions can be. */
  readonly commented: CommentedResources;
}

/** What is estimated of a root module before the change: nothing when it was not there. */
export type InputBefore =
  | { readonly kind: 'known'; readonly input: EstimateInput }
  /** Why, as a clause: `a state tells what is, and nothing of a change`. */
  | { readonly kind: 'unknown'; readonly why: string };

/** What the root modules of a run are made ready with. */
export interface RunOptions {
  readonly pricing: Pricing;
  /** A usage file of the change counts before it as it was then. */
  readonly usage: { readonly before: UsageRules; readonly after: UsageRules };
  /** Gives the tags of the resources of an input, by which schedules are chosen. */
  readonly tagsOf: (input: AnyInput) => ScheduleInput['tagsOf'];
  /** Whether anybody asks what was before: a plan tells it, and is estimated once where nobody does. */
  readonly wantsBefore: boolean;
  /** Why there is nothing to compare with: empty for a run that is about no change; null when there is. */
  readonly withoutBase: string | null;
  /** Policies and exceptions as they were before the change; null when that is not known. */
  readonly documentsBefore: PolicySet['documents'] | null;
}

type AnyRoot = ReadRootModule<PlanInput | StateInput>;
type AnyInput = AnyRoot['input'];

/** Makes root modules ready, in their order. What the usage file bills by itself counts in the first of them. */
export async function runRootModules(
  outcomes: AsyncIterable<RootModuleOutcome<PlanInput | StateInput>>,
  options: RunOptions,
): Promise<readonly RunRootModule[]> {
  const all: RunRootModule[] = [];
  for await (const outcome of outcomes) {
    const isFirst = all.every(({ kind }) => kind !== 'ready');
    all.push(runRootModule(outcome, options, isFirst));
  }
  return all;
}

function runRootModule(
  outcome: RootModuleOutcome<PlanInput | StateInput>,
  options: RunOptions,
  isFirst: boolean,
): RunRootModule {
  const { name } = outcome.root;
  switch (outcome.kind) {
    case 'unaffected':
      return { kind: 'unaffected', name };
    case 'unread':
      return { kind: 'failed', name, unread: outcome.root };
    case 'read':
      return readyRootModule(outcome.root, options, isFirst);
  }
}

function readyRootModule(root: AnyRoot, options: RunOptions, isFirst: boolean): ReadyRootModule {
  const { name, input, past, path, workspace, environments } = root;
  const { pricing, tagsOf, usage } = options;
  const inputOf = (of: AnyInput, resources: EstimateInput['resources'], rules: UsageRules): EstimateInput => ({
    ...pricing.inputOf({ resources, environments, tagsOf: tagsOf(of) }, rules),
    withoutUsageResources: !isFirst,
  });
  const views = resourceViews(input);
  return {
    kind: 'ready',
    name,
    after: inputOf(input, views, usage.after),
    before: beforeOf(root, views, options, (of, resources) => inputOf(of, resources, usage.before)),
    moved: input.kind === 'configuration' ? input.evaluation.moved : [],
    ...(past?.kind === 'renamed' ? { previousName: past.from } : {}),
    environment: environmentOf({
      folder: environments?.[0] ?? path,
      ...(workspace === undefined ? {} : { workspace }),
    }),
    commented: commentedOf(root, options),
  };
}

/** A plan tells by itself what was before. */
function beforeOf(
  { name, input, base, past }: AnyRoot,
  views: EstimateInput['resources'],
  { wantsBefore, withoutBase }: RunOptions,
  inputOf: (input: AnyInput, resources: EstimateInput['resources']) => EstimateInput,
): InputBefore {
  switch (input.kind) {
    case 'plan':
      if (!wantsBefore) return { kind: 'unknown', why: 'nobody asked for it' };
      return { kind: 'known', input: inputOf(input, viewsBefore(views)) };
    case 'state':
      return { kind: 'unknown', why: 'a state tells what is, and nothing of a change' };
    case 'configuration': {
      if (base === null) return { kind: 'unknown', why: past === null ? (withoutBase ?? '') : reasonOf(name, past) };
      const before = { kind: 'configuration', evaluation: base.evaluation } as const;
      return { kind: 'known', input: inputOf(before, resourceViews(before)) };
    }
  }
}

/** That the past is not known is said already. */
function reasonOf(name: string, past: PastNotice): string {
  return past.kind === 'unknown' ? past.why : pastText(name, past);
}

function commentedOf({ input, files, base }: AnyRoot, { documentsBefore }: RunOptions): CommentedResources {
  const isKnown = base !== null && documentsBefore !== null;
  return {
    input,
    tree: files.tree,
    pathOf: files.pathOf,
    base: isKnown ? { evaluation: base.evaluation, tree: base.files.tree, documents: documentsBefore } : null,
  };
}
