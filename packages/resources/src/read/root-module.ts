import type { SourceTree } from '@tollgate/terraform';
import type { ConfigurationInput, PlanInput, StateInput } from '../resource-view.ts';
import type { UnreadRootModule } from '../unread-root-modules.ts';
import type { NamedFiles } from './named-files.ts';
import type { EvaluatedFolder } from './read-resources.ts';
import type { WantedRoot } from './wanted-roots.ts';

/** A root module that was read. */
export interface ReadRootModule<File extends PlanInput | StateInput = PlanInput> extends WantedRoot {
  /** Without resources when the change takes the root module away. */
  readonly input: ConfigurationInput | File;
  /** Its files, by the names that people call them. */
  readonly files: NamedFiles;
  /** The tree that it belongs to: its files have paths from the top of the repository. */
  readonly repository: SourceTree;
  /** What settings call it: the folder from the top of the repository, and the workspace; null for a plan or a state, which tells neither. */
  readonly environments: readonly string[] | null;
  /** The configuration before the change, which is empty when it was not there; null without a base, and when it is not known. */
  readonly base: EvaluatedFolder | null;
  /** The tree of the base; null where there is none, and for a plan. */
  readonly baseRepository: SourceTree | null;
  /** What is to be told about its past; null for nothing. */
  readonly past: PastNotice | null;
}

/** What is not with the past of a root module as it is with most. */
export type PastNotice =
  | { readonly kind: 'new' }
  | { readonly kind: 'gone' }
  | { readonly kind: 'renamed'; readonly from: string }
  /** Why, as a clause: `it could not be evaluated (…)`. */
  | { readonly kind: 'unknown'; readonly why: string };

/** What became of a root module that was to be read. */
export type RootModuleOutcome<File extends PlanInput | StateInput = PlanInput> =
  | { readonly kind: 'read'; readonly root: ReadRootModule<File> }
  /** It could not be read, or has errors. */
  | { readonly kind: 'unread'; readonly root: UnreadRootModule }
  /** The change cannot affect it, and it was not evaluated. */
  | { readonly kind: 'unaffected'; readonly root: WantedRoot };

/** What is to be told about the past of a root module, as a sentence. */
export function pastText(name: string, past: PastNotice): string {
  switch (past.kind) {
    case 'new':
      return `${name} was not there before the change: all of it is new.`;
    case 'gone':
      return `${name} is not there any more after the change.`;
    case 'renamed':
      return `${name} was ${past.from} before the change.`;
    case 'unknown':
      return `What ${name} was before the change is not known: ${past.why}`;
  }
}
