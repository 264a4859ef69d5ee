export { Budget, type BudgetLimits, MAX_ITERATIONS, MAX_TOTAL_TEXT, MAX_WORK } from './budget.ts';
export {
  applyFunction,
  type CallOutcome,
  type CallProblem,
  callConverted,
  callFunction,
  checkCount,
  convertArgument,
  parameterAt,
} from './call.ts';
export type { FileEntry, FileReader, FunctionContext, TemplateSource } from './function-context.ts';
export type { FunctionSpec, Parameter } from './function-spec.ts';
export {
  EXPRESSION_FUNCTION_NAMES,
  type FunctionRegistry,
  functionRegistry,
  type RegistryOptions,
  terraformProviderFunctions,
} from './registry.ts';
