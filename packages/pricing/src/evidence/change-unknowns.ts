import { code, type Inline, messagePhrase, type Phrase, text } from '@tollgate/policy-engine';
import type { ComponentChange, ComponentState, CostChange, ResourceChange } from '../changes/cost-change.ts';
import { groupInlines, instanceGroups } from './instance-group.ts';
import { isOfCost } from './largest-first.ts';

/** So many blocks are named in one sentence. */
const mostNames = 5;

/** What is not known of what a change does to the cost, one thing a sentence. */
export function changeUnknowns(change: CostChange): readonly Phrase[] {
  const changed = change.resources.filter(isOfCost);
  return [
    ...pasts(change),
    ...renames(change),
    ...withoutModel(changed),
    ...withoutPrice(changed),
    ...byUsage(changed),
    ...ranges(changed),
    ...change.problems,
  ];
}

/** Where the only root module has no past, the headline tells why. */
function pasts({ rootModules }: CostChange): readonly Phrase[] {
  const untold = rootModules.filter((root) => root.status === 'without-base');
  if (new Set(untold.map(({ reason }) => reason)).size <= 1 && untold.length === rootModules.length) return [];
  return untold.map(({ name, reason }) => [
    text('What '),
    code(name),
    text(' cost before is not known: '),
    ...messagePhrase(sentenceEnd(reason)),
  ]);
}

/** A root module in another folder is compared with what it was: the reader has to know which that is. */
function renames({ rootModules }: CostChange): readonly Phrase[] {
  return rootModules.flatMap((root): Phrase[] =>
    root.status === 'compared' && root.previousName !== undefined
      ? [[code(root.name), text(' was '), code(root.previousName), text(' before the change.')]]
      : [],
  );
}

function withoutModel(changed: readonly ResourceChange[]): readonly Phrase[] {
  const unsupported = changed.filter(({ status }) => status === 'unsupported');
  return [...Map.groupBy(unsupported, ({ type }) => type)].map(([type, resources]) => [
    ...names(resources),
    text(': there is no cost model for '),
    code(type),
    text(', and nothing of it is counted.'),
  ]);
}

function withoutPrice(changed: readonly ResourceChange[]): readonly Phrase[] {
  const unpriced = changed.filter(({ components }) => components.some((line) => hasState(line, 'unpriced')));
  if (unpriced.length === 0) return [];
  return [[...names(unpriced), text(': something has no price and is not counted.')]];
}

function byUsage(changed: readonly ResourceChange[]): readonly Phrase[] {
  const untold = changed.filter(({ components }) => components.some((line) => hasState(line, 'usage-needed')));
  if (untold.length === 0) return [];
  return [
    [
      ...names(untold),
      text(': part of the bill is by usage that nobody told, and is not counted. Write it into a usage file; '),
      code('tollgate cost --sync-usage'),
      text(' adds what is missing.'),
    ],
  ];
}

function ranges(changed: readonly ResourceChange[]): readonly Phrase[] {
  const open = changed.filter(({ deltaRange }) => deltaRange !== null);
  if (open.length === 0) return [];
  return [[...names(open), text(': the cost hangs on values that are not known.')]];
}

function names(resources: readonly ResourceChange[]): readonly Inline[] {
  const groups = instanceGroups(resources, () => null);
  const more = groups.length - mostNames;
  return [
    ...groups
      .slice(0, mostNames)
      .flatMap((group, index) => [...(index === 0 ? [] : [text(', ')]), ...groupInlines(group)]),
    ...(more > 0 ? [text(` and ${more.toLocaleString('en-US')} more`)] : []),
  ];
}

function hasState({ before, after }: ComponentChange, status: ComponentState['status']): boolean {
  return before?.status === status || after?.status === status;
}

function sentenceEnd(reason: string): string {
  return /[.!?]$/.test(reason) ? reason : `${reason}.`;
}
