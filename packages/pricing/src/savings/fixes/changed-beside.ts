import { type Evaluation, isList, isObject, type JsonValue } from '@tollgate/terraform';
import { changedView } from '../changed-view.ts';
import type { SavingDemand } from './saving-demands.ts';

/** What edits change beside the values that they are for, as a part of a sentence; null for nothing. */
export function changedBeside(
  before: { readonly evaluation: Evaluation },
  candidates: readonly { readonly demand: SavingDemand }[],
  after: { readonly evaluation: Evaluation },
): string | null {
  const wanted = Map.groupBy(candidates, ({ demand }) => demand.view.address);
  const found = new Map(after.evaluation.resources.map((resource) => [resource.address, resource]));
  const changed = before.evaluation.resources.filter((resource) => {
    const changes = (wanted.get(resource.address) ?? []).flatMap(({ demand }) => demand.changes);
    const expected = changes.reduce((view, { path, to }) => changedView(view, path, to), markedValues(resource));
    const now = found.get(resource.address);
    found.delete(resource.address);
    return now === undefined || canonical(expected) !== canonical(markedValues(now));
  });
  const names = [
    ...[...changed, ...found.values()].map(({ address }) => address),
    ...changedOutputs(before.evaluation, after.evaluation),
  ];
  const [first, ...others] = names;
  if (first === undefined) return null;
  if (wanted.size > 1 && wanted.has(first)) {
    return `the block is for several resources, of which ${first} needs other values`;
  }
  return `the edit would also change ${first}${others.length === 0 ? '' : ` and ${others.length} more`}`;
}

function changedOutputs(before: Evaluation, after: Evaluation): readonly string[] {
  return Object.entries(before.outputs).flatMap(([name, { value, unknown }]) => {
    const now = after.outputs[name];
    return canonical(value) === canonical(now?.value ?? null) && unknown === now?.unknown ? [] : [`output.${name}`];
  });
}

function markedValues({ values, unknown, sensitive }: Evaluation['resources'][number]) {
  return { values, unknown, sensitive };
}

/** JSON that is the same whatever the order of attributes. */
function canonical(value: JsonValue): string {
  if (isList(value)) return `[${value.map(canonical).join()}]`;
  if (!isObject(value)) return JSON.stringify(value);
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${canonical(member)}`).join()}}`;
}
