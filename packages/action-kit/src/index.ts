// What an action imports from here is loaded at its start: nothing of it may need what only some runs need.
export { type CommentMode, commentModes } from './comment-mode.ts';
export { ActionError } from './error.ts';
export { type FailOn, failOnValues } from './fail-on.ts';
export type { GitChange } from './find-change.ts';
export type { GitHubReport } from './github-report.ts';
export {
  choice,
  day,
  flag,
  type Inputs,
  lines,
  list,
  params,
  type Reader,
  type Readers,
  text,
} from './inputs.ts';
export { type KnownPast, refuseUnknownPast } from './refuse-unknown-past.ts';
export type { ResultFormat } from './result-format.ts';
export { type GateAction, type GateContext, type GateOutput, type GateResult, runGate } from './run.ts';
export type { TellOptions } from './tell.ts';
