import type { Change, FileEdit } from './file-edit.ts';

/** Candidates in groups, and those that want something else at a place that another one edits. */
export interface GroupedCandidates<Candidate> {
  readonly groups: readonly (readonly Candidate[])[];
  readonly conflicting: readonly Candidate[];
}

/** Brings candidates that share an edit together: whoever changes a shared literal changes it for all. */
export function groupCandidates<Candidate extends { readonly change: Change }>(
  candidates: readonly Candidate[],
): GroupedCandidates<Candidate> {
  const wanted = new Map<string, string>();
  const groupOf = new Map<string, Candidate[]>();
  const groups = new Set<Candidate[]>();
  const conflicting: Candidate[] = [];
  for (const candidate of candidates) {
    const { change } = candidate;
    if (change.kind !== 'edits') continue;
    const edits = change.edits.map((edit) => ({ place: placeKey(edit), edit: JSON.stringify(edit) }));
    if (edits.some(({ place, edit }) => (wanted.get(place) ?? edit) !== edit)) {
      conflicting.push(candidate);
      continue;
    }
    const group = [candidate];
    for (const { place, edit } of edits) {
      wanted.set(place, edit);
      const other = groupOf.get(edit);
      if (other !== undefined && other !== group) {
        group.push(...other.filter((one) => !group.includes(one)));
        groups.delete(other);
      }
    }
    groups.add(group);
    for (const one of group) {
      if (one.change.kind === 'edits') for (const edit of one.change.edits) groupOf.set(JSON.stringify(edit), group);
    }
  }
  return { groups: [...groups], conflicting };
}

/** What an edit is about, whatever it makes of it. */
function placeKey({ path, edit }: FileEdit): string {
  return JSON.stringify([
    path,
    edit.block ?? [],
    edit.kind === 'add-block' ? edit.add : 'path' in edit ? edit.path : [],
  ]);
}
