export { accessAttribute, accessIndex, isProblem } from './access.ts';
export { elementsOf, isIterable } from './elements.ts';
export { type Evaluated, evaluate } from './evaluate.ts';
export { LIMIT_EXCEEDED } from './frame.ts';
export { type AvailableFunctions, findFunctionIn } from './functions-in-scope.ts';
export { CONSTANTS, readVariables } from './read-variables.ts';
export { findReferences } from './references.ts';
export { templateRenderer } from './render-template.ts';
export type { FoundFunction, Problem, Resolved, Scope } from './scope.ts';
