export { type ExpressionResult, type ExpressionResults, evaluateExpressions } from './evaluate-expressions.ts';
export { evaluateModule } from './evaluate-module.ts';
export type { VariableArgument, VariableInputs } from './input/variable-inputs.ts';
export type { EvaluateOptions } from './options.ts';
export type {
  AttributePlace,
  DefaultTagValues,
  EvaluatedOutput,
  EvaluatedProvider,
  EvaluatedResource,
  Evaluation,
  EvaluationDiagnostic,
  JsonValue,
  MovedAddress,
  ResourceProvider,
  ResourceSourceLines,
  SourceLines,
  UnknownReason,
} from './result/evaluation.ts';
