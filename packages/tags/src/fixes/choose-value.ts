import type { SubjectReference } from '@tollgate/policy-engine';
import type { ValueOrigin } from '@tollgate/resources';
import { evaluatedDefaults } from '../provider-defaults.ts';
import type { Tag } from '../tag-map.ts';
import type { State } from './state.ts';

/** The value for a missing key, or why none is known. */
export type ChosenValue =
  | { readonly value: string; readonly origin: ValueOrigin }
  | { readonly value: null; readonly reason: string };

/** What is known of a missing key. */
export interface MissingKey {
  readonly subject: SubjectReference;
  readonly key: string;
  /** The values of rules that allow only one. */
  readonly only: readonly string[];
  readonly mistake: (value: string) => string | null;
}

/** So many others have to agree on a value before it is taken over: one alone agrees with anything. */
const MIN_SIBLINGS = 2;

/** Chooses the value of a missing key. What is chosen is allowed by the rules that miss the key. */
export function chooseValue(
  { subject, key, only, mistake }: MissingKey,
  given: ReadonlyMap<string, string>,
  state: State,
): ChosenValue {
  const set = given.get(key);
  if (set !== undefined) {
    const wrong = mistake(set);
    return wrong === null
      ? { value: set, origin: 'given' }
      : { value: null, reason: `the value of --set ${key}=${set} ${wrong}` };
  }
  const [first] = only;
  if (first !== undefined) {
    return mistake(first) === null
      ? { value: first, origin: 'rule' }
      : { value: null, reason: `the rules allow no value for ${key} together` };
  }
  const agreed = subject.kind === 'resource' ? agreedValue(subject.id, key, state) : providersValue(key, state);
  if (agreed !== null && mistake(agreed) === null) return { value: agreed, origin: 'siblings' };
  return { value: null, reason: `no value is known; give --set ${key}=…` };
}

/** What all resources that have the key agree on: those of the same module, or else all. */
function agreedValue(address: string, key: string, { resources }: State): string | null {
  const module = resources.get(address)?.resource.module ?? null;
  const all = [...resources.values()].flatMap(({ resource, resolved }) => {
    const tag = resource.address === address ? undefined : resolved?.tags.get(key);
    return tag === undefined ? [] : [{ tag, module: resource.module }];
  });
  const near = all.filter((sibling) => sibling.module === module);
  return agreement((near.length >= MIN_SIBLINGS ? near : all).map(({ tag }) => tag));
}

function providersValue(key: string, { evaluation }: State): string | null {
  return agreement(
    evaluation.providers.flatMap((provider) => {
      const tag = evaluatedDefaults(provider).tags.get(key);
      return tag === undefined ? [] : [tag];
    }),
  );
}

/** A value that is not known, or not to be shown, agrees with nothing. */
function agreement(tags: readonly Tag[]): string | null {
  const [first] = tags;
  if (first === undefined || tags.length < MIN_SIBLINGS || first.value === null) return null;
  return tags.every(({ value, secret }) => secret === 'nothing' && value === first.value) ? first.value : null;
}
