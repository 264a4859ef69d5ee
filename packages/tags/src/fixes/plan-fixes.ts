import type { PolicySet, SourcePlace } from '@tollgate/policy-engine';
import type { Evaluation, SourceTree } from '@tollgate/terraform';
import type { ResourcesRun } from '../check-resources.ts';
import type { Candidate } from './candidate.ts';
import { digestOf, type FileFix, type Fix, type FixPlan } from './fix-plan.ts';
import { mendInRounds, type RoundsOptions } from './rounds.ts';
import { judgeOf, type State } from './state.ts';
import { textEdits } from './text-edits.ts';
import { isVariablesFile } from './variables-file.ts';
import { violationKey } from './want.ts';

/** What is to be mended, and how. */
export interface FixOptions extends RoundsOptions {
  readonly set: PolicySet;
  readonly run: ResourcesRun;
  /** Called with the configuration as it is, before anything is planned. What it throws ends the work. */
  readonly onEvaluated?: (evaluation: Evaluation) => void;
}

/** Edited files by path from the root of the tree, as they were and as they are to be. */
export type EditedTexts = ReadonlyMap<string, { readonly before: string; readonly after: string }>;

/** A plan with the files as they are to be. */
export interface PlannedFixes {
  readonly plan: FixPlan;
  readonly texts: EditedTexts;
}

/**
 * Plans edits that mend the violations of rules about tags. Each edit was tried in memory: with it the violation is gone, and
 * nothing but the tags of the resources that it is for is another. Nothing is written.
 * @throws PolicyEngineError for mistakes in policies and exceptions, each at its place.
 */
export async function planFixes(tree: SourceTree, options: FixOptions): Promise<PlannedFixes> {
  const judge = await judgeOf(options);
  const first = judge(tree);
  options.onEvaluated?.(first.evaluation);
  const { mended, refused, files } = mendInRounds(first, judge, options);
  const texts = new Map(
    [...files]
      .sort(byPath)
      .map(([path, bytes]) => [
        path,
        { before: textOf(tree.readFile(path) ?? new Uint8Array()), after: textOf(bytes) },
      ]),
  );
  const fixes = [
    ...mended.map((candidate) => fixOf(candidate, null)),
    ...refused.map(({ candidate, reason }) => fixOf(candidate, reason)),
  ].sort(byFix);
  return {
    texts,
    plan: {
      kind: 'FixPlan',
      version: 1,
      folder: options.options.folder ?? '',
      fixes,
      files: [...texts].map(([file, { before, after }]) => fileFix(file, before, after)),
      summary: {
        mended: fixes.filter(({ outcome }) => outcome === 'mended').length,
        refused: fixes.filter(({ outcome }) => outcome === 'refused').length,
      },
      notices: noticesOf(first, options.only),
    },
  };
}

function noticesOf({ decision, failing }: State, only: readonly string[]): readonly string[] {
  const others = decision.verdicts.filter(
    (verdict) => verdict.outcome === 'fail' && !failing.has(violationKey(verdict)),
  );
  const unknown = decision.summary.unknown;
  const errors = decision.summary.error;
  const count = (number: number, noun: string) => `${number} ${noun}${number === 1 ? '' : 's'}`;
  return [
    ...(others.length === 0
      ? []
      : [`${count(others.length, 'violation')} of rules that are not about tags cannot be mended here.`]),
    ...(unknown === 0 ? [] : [`${count(unknown, 'verdict')} cannot be told before apply; there is nothing to mend.`]),
    ...(errors === 0 ? [] : [`${count(errors, 'rule')} could not be evaluated. Run "tollgate check" to see why.`]),
    ...(only.length === 0 ? [] : ['Only a part of the resources was looked at, as --only says.']),
    ...decision.notices,
  ];
}

function fixOf({ demands, action, change }: Candidate, reason: string | null): Fix {
  const [{ subject, source }] = demands;
  const rules = new Map(demands.map(({ policy, rule }) => [`${policy}/${rule}`, { policy, rule }]));
  return {
    subject,
    violations: [...rules.values()],
    action: action.kind,
    key: action.key,
    ...('to' in action ? { to: action.to } : {}),
    ...(action.kind === 'add' ? { origin: action.origin } : {}),
    outcome: reason === null ? 'mended' : 'refused',
    ...(reason === null ? {} : { reason }),
    ...(source === null ? {} : { source: placeOf(source) }),
    ...(reason === null && change.kind === 'edits' ? { places: distinctPlaces(change.edits.map(editedPlace)) } : {}),
  };
}

function placeOf({ file, startLine, startColumn, endLine, endColumn }: SourcePlace): SourcePlace {
  return {
    file,
    startLine,
    ...(startColumn === undefined ? {} : { startColumn }),
    ...(endLine === undefined ? {} : { endLine }),
    ...(endColumn === undefined ? {} : { endColumn }),
  };
}

function distinctPlaces<Place extends { readonly file: string; readonly block: string }>(places: readonly Place[]) {
  return [...new Map(places.map((place) => [JSON.stringify(place), place])).values()];
}

function editedPlace({ path, edit }: Extract<Candidate['change'], { kind: 'edits' }>['edits'][number]) {
  const [outer] = edit.block ?? [];
  const labels = outer?.labels ?? [];
  const block = outer === undefined ? '' : [outer.type, ...labels.map((label) => JSON.stringify(label))].join(' ');
  return { file: path, block };
}

function fileFix(file: string, before: string, after: string): FileFix {
  return {
    file,
    before: digestOf(Buffer.from(before)),
    after: digestOf(Buffer.from(after)),
    edits: textEdits(before, after, isVariablesFile(file) ? 'words' : 'lines'),
  };
}

function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('utf8');
}

function byPath([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function byFix(a: Fix, b: Fix): number {
  const name = ({ subject, key, action, to }: Fix) =>
    JSON.stringify([subject.id, subject.kind, key ?? '', action, to ?? '']);
  const [one, other] = [name(a), name(b)];
  return one < other ? -1 : one > other ? 1 : 0;
}
