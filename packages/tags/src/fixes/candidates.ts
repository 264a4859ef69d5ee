import { type Change, moduleTexts, type World } from '@tollgate/resources';
import type { EvaluatedProvider } from '@tollgate/terraform';
import { evaluatedDefaults } from '../provider-defaults.ts';
import type { Action, Candidate } from './candidate.ts';
import { addKey, countPlaces, removeKey, renameKey, setValue } from './change.ts';
import { type ChosenValue, chooseValue } from './choose-value.ts';
import type { State, TaggableResource } from './state.ts';
import { providerTags, resourceTags, type WrittenTags } from './tag-parts.ts';
import { type Demand, subjectKey } from './want.ts';

/** How missing keys are added. */
export interface AddOptions {
  /** Values by key. */
  readonly values: ReadonlyMap<string, string>;
  /**
   * Where: at the resource, or at the provider's default tags. Null: at the provider when all of its resources lack the key and are
   * to have the same value, else at the resource.
   */
  readonly at: 'resource' | 'provider' | null;
}

/** A key of a subject that is added, and at which of several places: by `attemptKey`, 0 unless told. */
export type Attempts = ReadonlyMap<string, number>;

/** Names a key that is added to a subject. */
export function attemptKey(subject: Demand['subject'], key: string): string {
  return JSON.stringify([subjectKey(subject), key]);
}

/** What could be done about demands, in their order: of several demands for the same, one. */
export function candidatesFor(
  demands: readonly Demand[],
  state: State,
  options: AddOptions & { readonly attempts: Attempts },
  evaluateOptions: World['options'],
): readonly Candidate[] {
  const world: World = { tree: state.tree, texts: moduleTexts(state.tree), options: evaluateOptions };
  const asked = together(demands).map((same) => ({ same, chosen: chosenFor(same, state, options) }));
  const plan = { state, world, options, providerAdds: providerAdds(asked, state, options) };
  return asked.map(({ same, chosen }) => candidateFor(same, chosen, plan));
}

type Same = readonly [Demand, ...Demand[]];

interface Plan {
  readonly state: State;
  readonly world: World;
  readonly options: { readonly attempts: Attempts };
  /** What is added at providers, by `addKeyOf`. */
  readonly providerAdds: ReadonlySet<string>;
}

/** Demands for the same thing. */
function together(demands: readonly Demand[]): readonly Same[] {
  const found = new Map<string, Same>();
  for (const demand of demands) {
    const { want, subject } = demand;
    const key = JSON.stringify([
      subjectKey(subject),
      want.kind,
      want.key,
      'to' in want ? want.to : 'reason' in want ? want.reason : null,
    ]);
    const same = found.get(key);
    found.set(key, same === undefined ? [demand] : [...same, demand]);
  }
  return [...found.values()];
}

function chosenFor(same: Same, state: State, { values }: AddOptions): ChosenValue | null {
  const wants = same.flatMap(({ want }) => (want.kind === 'add' ? [want] : []));
  const [first] = wants;
  if (first === undefined) return null;
  const only = wants.flatMap((want) => (want.only === null ? [] : [want.only]));
  const mistake = (value: string) => wants.map((want) => want.mistake(value)).find((wrong) => wrong !== null) ?? null;
  return chooseValue({ subject: same[0].subject, key: first.key, only, mistake }, values, state);
}

function candidateFor(same: Same, chosen: ChosenValue | null, plan: Plan): Candidate {
  const { subject, want } = same[0];
  const candidate = (action: Action, change: Change, hasNext = false): Candidate => ({
    demands: same,
    action,
    change,
    hasNext,
  });
  switch (want.kind) {
    case 'none':
      return candidate({ kind: 'none', key: want.key }, { kind: 'refused', reason: want.reason });
    case 'add': {
      if (chosen === null || chosen.value === null) {
        return candidate({ kind: 'none', key: want.key }, { kind: 'refused', reason: chosen?.reason ?? '' });
      }
      const { value: to, origin } = chosen;
      const { change, hasNext } = addition(subject, want.key, to, plan);
      return candidate({ kind: 'add', key: want.key, to, origin }, change, hasNext);
    }
    case 'rename':
      return candidate(want, renameKey(writtenFor(subject, want.key, plan), want.key, want.to));
    case 'set':
      return candidate(want, setValue(writtenFor(subject, want.key, plan), want.key, want.to));
    case 'remove':
      return candidate(want, removeKey(writtenFor(subject, want.key, plan), want.key));
  }
}

function addition(
  subject: Demand['subject'],
  key: string,
  value: string,
  plan: Plan,
): Pick<Candidate, 'change' | 'hasNext'> {
  const provider = providerFor(subject, plan.state);
  const isAtProvider =
    provider !== null && (subject.kind === 'provider' || plan.providerAdds.has(addKeyOf(provider, key, value)));
  const tags = isAtProvider ? providerTags(provider, plan.state.evaluation, plan.world) : ownTags(subject, plan);
  if (tags === null) return { change: { kind: 'refused', reason: 'the resource is not found' }, hasNext: false };
  const attempt = plan.options.attempts.get(attemptKey(subject, key)) ?? 0;
  return { change: addKey(tags, key, value, attempt), hasNext: attempt + 1 < countPlaces(tags) };
}

/** How the tags with a key are written: at the resource, and at its provider when the key comes from there. */
function writtenFor(subject: Demand['subject'], key: string, plan: Plan): readonly WrittenTags[] {
  const { state, world } = plan;
  const own = ownTags(subject, plan);
  const resolved = state.resources.get(subject.id)?.resolved ?? null;
  const provider = providerFor(subject, state);
  const isDefault = provider !== null && (subject.kind === 'provider' || evaluatedDefaults(provider).tags.has(key));
  const isOwn = own !== null && (resolved?.own.tags.has(key) ?? false);
  return [
    ...(isOwn ? [own] : []),
    ...(isDefault ? [providerTags(provider, state.evaluation, world)] : []),
    ...(!isOwn && !isDefault && own !== null ? [own] : []),
  ];
}

function ownTags({ kind, id }: Demand['subject'], { state, world }: Plan): WrittenTags | null {
  const found = kind === 'resource' ? state.resources.get(id) : undefined;
  if (found === undefined || found.resolved === null) return null;
  const { label, kind: placed } = found.resolved.placement;
  return resourceTags(found.resource, label, placed === 'tag-block', world);
}

/** The provider whose default tags reach a subject, or that is the subject; null when nobody wrote one. */
function providerFor({ kind, id }: Demand['subject'], { evaluation, resources }: State): EvaluatedProvider | null {
  const found = resources.get(id);
  const key = kind === 'provider' ? id : found !== undefined && isReached(found) ? found.resource.provider.key : null;
  return evaluation.providers.find((provider) => key !== null && provider.key === key) ?? null;
}

function isReached({ resolved }: TaggableResource): boolean {
  return resolved !== null && resolved.placement.effective !== null;
}

/** Which keys are added at providers. */
function providerAdds(
  asked: readonly { readonly same: Same; readonly chosen: ChosenValue | null }[],
  state: State,
  { at }: AddOptions,
): ReadonlySet<string> {
  if (at === 'resource') return new Set();
  const lacking = new Map<string, { provider: EvaluatedProvider; key: string; addresses: Set<string> }>();
  for (const { same, chosen } of asked) {
    const { subject, want } = same[0];
    if (want.kind !== 'add' || subject.kind !== 'resource' || chosen === null || chosen.value === null) continue;
    const provider = providerFor(subject, state);
    if (provider === null) continue;
    const name = addKeyOf(provider, want.key, chosen.value);
    const entry = lacking.get(name) ?? { provider, key: want.key, addresses: new Set<string>() };
    entry.addresses.add(subject.id);
    lacking.set(name, entry);
  }
  const chosen = [...lacking].filter(([, entry]) => at === 'provider' || isLackedByAll(entry, state));
  return new Set(chosen.map(([name]) => name));
}

/** Whether all resources of a provider that its default tags reach, and there are several, are among some. */
function isLackedByAll(
  { provider, addresses }: { readonly provider: EvaluatedProvider; readonly addresses: ReadonlySet<string> },
  { resources }: State,
): boolean {
  const reached = [...resources.values()].filter(
    (found) => isReached(found) && found.resource.provider.key === provider.key,
  );
  return reached.length > 1 && reached.every(({ resource }) => addresses.has(resource.address));
}

function addKeyOf(provider: EvaluatedProvider, key: string, value: string): string {
  return JSON.stringify([provider.key, key, value]);
}
