export { ActionError } from './error.ts';
export {
  choice,
  flag,
  type Inputs,
  list,
  nonEmptyList,
  type Reader,
  type Readers,
  readInputs,
  text,
} from './inputs.ts';
export { type CommentMode, commentModes } from './publish.ts';
export { type GateAction, type GateOutput, type GateResult, runGate } from './run.ts';
export type { TellOptions } from './tell.ts';
