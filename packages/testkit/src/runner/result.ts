import type { Annotation } from './commands/annotations.ts';

/** How a step or a job ended. */
export type Conclusion = 'success' | 'failure' | 'cancelled' | 'skipped';

/** What one run of a step (its pre, main or post part) did. */
export interface StageResult {
  /** The end as the workflow sees it, after `continue-on-error`. */
  conclusion: Conclusion;
  /** The end before `continue-on-error`. */
  outcome: Conclusion;
  /** Exit code of the process; null when there was none (composite actions, stand-ins, skipped steps). */
  exitCode: number | null;
  /** As the next step reads them: not masked, as on the runner. */
  outputs: Record<string, string>;
  annotations: Annotation[];
  /** Markdown for the run page, masked; empty when nothing was written, null when it was dropped for its size. */
  summary: string | null;
  /** The log as the run page shows it: secrets masked, commands turned into their `##[…]` form. */
  log: string;
  /** What the processes wrote, unmasked and unchanged. */
  stdout: string;
  stderr: string;
  /** What GitHub lets pass but a good action does not do; empty for a sound action. */
  faults: string[];
  /** Variables and folders set for later steps (GITHUB_ENV, GITHUB_PATH). */
  env: Record<string, string>;
  path: string[];
  /** What was saved for the post part (GITHUB_STATE). */
  state: Record<string, string>;
  durationMs: number;
}

/** A step of a job. `pre` and `post` are the extra parts of its action, null where it has none. */
export interface StepResult extends StageResult {
  /** The `id:` of the step, or the name that GitHub makes up (`__run`, `__actions_checkout`). */
  id: string;
  name: string;
  pre: StageResult | null;
  post: StageResult | null;
}

/** skippedStage is the result of a stage whose condition did not hold. */
export function skippedStage(): StageResult {
  return {
    conclusion: 'skipped',
    outcome: 'skipped',
    exitCode: null,
    outputs: {},
    annotations: [],
    summary: '',
    log: '',
    stdout: '',
    stderr: '',
    faults: [],
    env: {},
    path: [],
    state: {},
    durationMs: 0,
  };
}

/** mergeStages joins two stages of one step; exit code and outputs are those of the first, the worse conclusion counts. */
export function mergeStages(first: StageResult, second: StageResult): StageResult {
  const summaries = [first.summary, second.summary].filter((summary) => summary !== null);
  return {
    conclusion: worseConclusion(first.conclusion, second.conclusion),
    outcome: worseConclusion(first.outcome, second.outcome),
    exitCode: first.exitCode,
    outputs: first.outputs,
    annotations: [...first.annotations, ...second.annotations],
    summary: summaries.length === 0 ? null : summaries.join(''),
    log: [first.log, second.log].filter((log) => log !== '').join('\n'),
    stdout: first.stdout + second.stdout,
    stderr: first.stderr + second.stderr,
    faults: [...first.faults, ...second.faults],
    env: { ...first.env, ...second.env },
    path: [...first.path, ...second.path],
    state: { ...first.state, ...second.state },
    durationMs: first.durationMs + second.durationMs,
  };
}

const WORSE_LAST: readonly Conclusion[] = ['skipped', 'success', 'cancelled', 'failure'];

/** worseConclusion orders conclusions: one failure makes a failure, and what was skipped does not count. */
export function worseConclusion(left: Conclusion, right: Conclusion): Conclusion {
  return WORSE_LAST.indexOf(left) >= WORSE_LAST.indexOf(right) ? left : right;
}
