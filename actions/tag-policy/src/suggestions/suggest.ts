import type { GitChange } from '@tollgate/action-kit';
import { type ReviewSuggestion, suggestionLimits } from '@tollgate/github';
import type { PolicySet } from '@tollgate/policy-engine';
import type { Report } from '@tollgate/reporting';
import { type Fix, openFolder, type PlannedFixes, type ReadPlace } from '@tollgate/resources';
import { planFixes, type ResourcesRun } from '@tollgate/tags';
import { type GitTree, gitTree, shownLines, TerraformError } from '@tollgate/terraform';
import type { ReadRoot, ReadRoots } from '../read-root-modules.ts';
import { type SuggestedEdit, suggestedEdits } from './suggested-edits.ts';
import { suggestionText } from './suggestion-text.ts';

/** What edits are planned from. */
export interface SuggestRequest {
  readonly read: ReadRoots;
  readonly report: Report;
  readonly set: PolicySet;
  readonly run: ResourcesRun;
  readonly change: GitChange;
  readonly place: ReadPlace;
}

/** Suggestions, and why there are not more. */
export interface Suggested {
  readonly suggestions: readonly ReviewSuggestion[];
  readonly notices: readonly string[];
}

/** The files that fixes can edit. */
const editable = ['*.tf', '*.tofu', '*.tfvars'];

/**
 * Plans edits that mend violations of rules about tags, and gives those on lines that the pull request shows. The edits are of the
 * files that are checked out; one that has another text in the head of the pull request, because the base branch has changed it
 * too, is left out.
 */
export async function suggest({ read, report, set, run, change, place }: SuggestRequest): Promise<Suggested> {
  const { diff } = change;
  if (diff === null) {
    const why = 'the clone does not have the commits of the pull request. Give actions/checkout "fetch-depth: 0"';
    return { suggestions: [], notices: [`No edits are suggested: ${why}.`] };
  }
  const shown = shownLines({ repository: place.workingFolder, ...diff, files: editable });
  const head = gitTree({ repository: place.workingFolder, ref: diff.head });
  const suggestions: ReviewSuggestion[] = [];
  const broken = read.judged
    .map((root) => ({ root, only: failing(root, report) }))
    .filter(({ only }) => only.length > 0);
  for (const { root, only } of broken) {
    const maxTries = triesFor(root, broken.length);
    const planned = await plannedFor(root, only, { set, run, place, maxTries });
    if (planned === null) continue;
    const edits = suggestedEdits(planned, shown).filter(({ file }) => isSame(head, file, planned));
    suggestions.push(...edits.map(suggestionOf));
  }
  const all = withoutOverlaps(suggestions);
  const limit = suggestionLimits.perReview;
  const notices =
    all.length > limit ? [`At most ${limit} edits are suggested in one run; the next run suggests more.`] : [];
  return { suggestions: all, notices };
}

/** How many resources may be evaluated in all to try edits: about ten seconds on a runner. The verdict waits for them. */
const triedResources = 100_000;

/** How often edits of one of several root modules may be tried. A pull request can be made so that all of them fail. */
function triesFor({ input }: ReadRoot, roots: number): number {
  const { resources } = input.kind === 'configuration' ? input.evaluation : input.plan;
  return Math.max(10, Math.floor(triedResources / roots / Math.max(resources.length, 1)));
}

/** The subjects that violate a rule, as their root module names them. */
function failing({ prefix = '' }: ReadRoot, { decision }: Report): readonly string[] {
  const ids = decision.verdicts
    .filter(({ outcome, subject }) => outcome === 'fail' && subject.id.startsWith(prefix))
    .map(({ subject }) => subject.id.slice(prefix.length));
  return [...new Set(ids)];
}

async function plannedFor(
  { wanted, taggability }: ReadRoot,
  only: readonly string[],
  { set, run, place, maxTries }: Pick<SuggestRequest, 'set' | 'run' | 'place'> & { readonly maxTries: number },
): Promise<PlannedFixes | null> {
  const { path, workspace, variables } = wanted;
  try {
    const opened = await openFolder(path, { workspace, variables, ref: undefined, mayBeEmpty: false }, place);
    const options = { set, run, options: opened.options, values: new Map<string, string>(), only };
    const typed = taggability === undefined ? {} : { taggability };
    // At the resource: the change shows its lines, and seldom those of the provider.
    return await planFixes(opened.tree, { ...options, ...typed, shared: false, at: 'resource', maxTries });
  } catch (error) {
    // A plan can be judged without its configuration.
    if (error instanceof TerraformError) return null;
    throw error;
  }
}

/** Whether the head of the pull request has the text that the edits were made for. */
function isSame(head: GitTree, file: string, { texts }: PlannedFixes): boolean {
  const before = texts.get(file)?.before;
  const bytes = head.readFile(file);
  return before !== undefined && bytes !== undefined && Buffer.from(before).equals(bytes);
}

function suggestionOf({ file, startLine, endLine, replacement, fixes }: SuggestedEdit): ReviewSuggestion {
  return { path: file, startLine, endLine, replacement, text: suggestionText(fixes), key: keyOf(fixes) };
}

function keyOf(fixes: readonly Fix[]): string {
  return JSON.stringify(fixes.map(({ subject, action, key, to = '' }) => [subject.id, action, key, to]));
}

/** Two root modules can want the same lines of a module otherwise: who comes first is kept. */
function withoutOverlaps(suggestions: readonly ReviewSuggestion[]): readonly ReviewSuggestion[] {
  const kept: ReviewSuggestion[] = [];
  for (const one of suggestions) {
    const isFree = kept.every(
      ({ path, startLine, endLine }) => path !== one.path || endLine < one.startLine || one.endLine < startLine,
    );
    if (isFree) kept.push(one);
  }
  return kept;
}
