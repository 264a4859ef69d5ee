import type { JsonValue } from '@tollgate/terraform';
import type { Amount } from '../money/amount.ts';
import type { AlternativeTable } from './alternative-table.ts';
import type { Derivation } from './derivations.ts';

/** What a rule says that a resource could be instead. */
export type AlternativeRule = {
  /** The least saving a month that is worth a word, in the currency of the report. */
  readonly minSaving: Amount;
} & (
  | ChangedValues
  /** The resource could go. */
  | { readonly kind: 'remove' }
);

/** Other values of attributes. */
export interface ChangedValues {
  readonly kind: 'change';
  /** The ways to the blocks that are changed, `[["root_block_device"]]`; the resource itself with the empty way. */
  readonly blocks: readonly (readonly string[])[];
  /** Only blocks are changed whose attributes have one of these values, as text; null for one that is not set. */
  readonly from: ReadonlyMap<string, readonly (string | null)[]>;
  readonly set: ReadonlyMap<string, NewValue>;
  /** Whether the values alone are safe to set, without anything that a person has to look after. */
  readonly isFixable: boolean;
}

/** Where the new value of an attribute comes from. */
export type NewValue =
  /** Written in the rule; null takes the attribute away. */
  | { readonly kind: 'written'; readonly value: JsonValue }
  /** What a table of facts has for the old value. */
  | { readonly kind: 'table'; readonly table: AlternativeTable }
  /** Computed from what the block has now. */
  | { readonly kind: 'derived'; readonly derivation: Derivation }
  /** A number that is not larger. */
  | { readonly kind: 'at-most'; readonly most: Amount };
