import { createHash } from 'node:crypto';
import type { SourcePlace, SubjectReference } from '@tollgate/policy-engine';
import type { TextEdit } from './text-edits.ts';

/** Where the value of a missing key comes from: `--set`, the rule that allows only one, or other resources. */
export type ValueOrigin = 'given' | 'rule' | 'siblings';

/** Edits that mend violations of rules. Published schema: `schema/fix-plan.json`. */
export interface FixPlan {
  readonly kind: 'FixPlan';
  readonly version: 1;
  /** The folder of the root module, from the root of the repository; empty for the root itself. */
  readonly folder: string;
  /** What is done, and what cannot be, by subject and key. */
  readonly fixes: readonly Fix[];
  /** What is edited, by file. */
  readonly files: readonly FileFix[];
  readonly summary: { readonly mended: number; readonly refused: number };
  /** What a reader must know beside. */
  readonly notices: readonly string[];
}

/** What is done about one tag of one resource or provider, or about its cost, or why nothing is. */
export interface Fix {
  readonly subject: SubjectReference;
  /** The rules that want it. */
  readonly violations: readonly { readonly policy: string; readonly rule: string }[];
  /** What is done with the key of a tag; `none`: it is not known what is wanted; `alternative`: the resource becomes what costs less. */
  readonly action: 'add' | 'rename' | 'set' | 'remove' | 'none' | 'alternative';
  /** The key as it is; null when the violation is about no tag. */
  readonly key: string | null;
  /** The value that is added or set, or the new name of the key. */
  readonly to?: string;
  /** Where an added value comes from. What `siblings` agree on is a suggestion. */
  readonly origin?: ValueOrigin;
  /** What the rule says of the subject, as a sentence; of an alternative. */
  readonly message?: string;
  /** What an alternative saves a month: decimal text, in the currency of the estimate. */
  readonly saving?: string;
  readonly outcome: 'mended' | 'refused';
  /** Why it is refused, as a part of a sentence. */
  readonly reason?: string;
  /** Where the subject, or the attribute with its tags, is written. */
  readonly source?: SourcePlace;
  /** The files and blocks that are edited for it. */
  readonly places?: readonly { readonly file: string; readonly block: string }[];
}

/** The edits of a file. They are for exactly this text. */
export interface FileFix {
  /** From the root of the repository, with forward slashes. */
  readonly file: string;
  /** `sha256:` and the digest of the file as it was. */
  readonly before: string;
  /** The digest of the file with the edits. */
  readonly after: string;
  readonly edits: readonly TextEdit[];
}

/** `sha256:` and the digest of bytes. */
export function digestOf(bytes: Uint8Array): string {
  return `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
}
