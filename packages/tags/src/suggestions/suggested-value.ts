import { quoted } from '../open-end.ts';
import { namesOwner, ownerCandidates } from './owner-value.ts';
import { suggestValue, type ValueSuggestion } from './suggest-value.ts';
import type { ValueUses } from './value-uses.ts';

/** A value for a tag, with why it is this one. */
export interface SuggestedValue {
  readonly value: string;
  /** Reasons as clauses: `9 of 11 other resources in module.web use it`. */
  readonly reasons: readonly string[];
}

/** Suggests values for a tag of one resource that its rule takes; the most likely first, none when nothing tells. */
export type SuggestValues = (key: string, accepts: (value: string) => boolean) => readonly SuggestedValue[];

/** What is known of the resource. */
export interface SuggestedFor {
  readonly address: string;
  /** Asked for when there is something to suggest. */
  readonly uses: () => ValueUses;
  /** The file that defines it, and who owns that; null when either is not known. Asked for when a key names an owner. */
  readonly ownedFile: () => { readonly file: string; readonly owners: readonly string[] } | null;
}

/** A longer value is a text rather than a name that others share. */
const maxLength = 100;

/**
 * Makes suggestions for one resource: what other resources use, and for a key that names an owner the owner of its file. The custom
 * comes first: tags may name people otherwise than GitHub does.
 */
export function suggestValues({ address, uses, ownedFile }: SuggestedFor): SuggestValues {
  return (key, accepts) => {
    const takes = (value: string) => value !== '' && value.length <= maxLength && accepts(value);
    const all = uses();
    const used = suggestValue(all, { key, address, accepts: takes });
    const owned = namesOwner(key) ? ownedFile() : null;
    const owner = owned === null ? null : ownerOf(key, owned.owners, all, takes);
    const byUse = used === null ? [] : [{ value: used.value, reasons: [useText(used)] }];
    if (owned === null || owner === null) return byUse;
    const reason = `CODEOWNERS names ${quoted(owner.owner)} for ${quoted(owned.file)}`;
    if (owner.value !== used?.value) return [...byUse, { value: owner.value, reasons: [reason] }];
    return [{ value: owner.value, reasons: [useText(used), reason] }];
  };
}

/** How many others use a value, as a clause. */
function useText({ count, of, among }: ValueSuggestion): string {
  const resources = `${count} of ${of} other resources`;
  const where = among.kind === 'all' ? '' : ` in ${among.module === null ? 'the root module' : quoted(among.module)}`;
  return `${resources}${where} use it`;
}

function ownerOf(
  key: string,
  owners: readonly string[],
  { all }: ValueUses,
  takes: (value: string) => boolean,
): { readonly owner: string; readonly value: string } | null {
  const counts = all.keys.get(key)?.counts;
  for (const owner of owners) {
    const candidates = ownerCandidates(key, owner).filter(takes);
    // The writing that others use is the custom here.
    const value = candidates.find((candidate) => counts?.has(candidate)) ?? candidates[0];
    if (value !== undefined) return { owner, value };
  }
  return null;
}
