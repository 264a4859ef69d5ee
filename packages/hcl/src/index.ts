export type {
  AttributeSchema,
  BlockSchema,
  Body,
  BodyAttribute,
  BodyBlock,
  BodyContent,
  BodySchema,
  BodyValue,
} from './body.ts';
export { children, walkExpressions, walkItems } from './children.ts';
export { commentBehind, commentsAbove, commentsOnLine, commentsWithin, commentText } from './comments.ts';
export { type Diagnostic, errorAt, formatDiagnostic, hasErrors } from './diagnostic.ts';
export { type Edit, type EditProblem, type EditResult, edit } from './edit/edit.ts';
export type { ValuePath } from './edit/edit-attribute.ts';
export type { NewBlock } from './edit/edit-block.ts';
export type { BlockSelector } from './edit/edit-target.ts';
export { type EditValue, type LiteralValue, quote } from './edit/edit-value.ts';
export { keyOf } from './edit/same-expression.ts';
export {
  type AttributeStep,
  type Binary,
  type BinaryOperator,
  type BoolLiteral,
  bareWord,
  type Conditional,
  type Expression,
  type ForExpression,
  type FunctionCall,
  type Index,
  type IndexStep,
  type InvalidExpression,
  type LiteralKey,
  type NullLiteral,
  type NumberLiteral,
  type ObjectConstructor,
  type ObjectItem,
  type Parentheses,
  type RelativeTraversal,
  type Splat,
  type SplatItem,
  type Step,
  type StringLiteral,
  staticString,
  type Template,
  type TemplateFor,
  type TemplateForm,
  type TemplateIf,
  type TemplateWrap,
  type Traversal,
  type Tuple,
  type Unary,
  type UnaryOperator,
} from './expression.ts';
export { bodyOf, expressionOf } from './file-body.ts';
export { isIdentifier } from './identifier.ts';
export { jsonExpression } from './json/json-expression.ts';
export {
  type JsonArray,
  type JsonBool,
  type JsonInvalid,
  type JsonMember,
  type JsonNode,
  type JsonNull,
  type JsonNumber,
  type JsonObject,
  type JsonString,
  jsonStartRange,
} from './json/json-node.ts';
export { type JsonFile, parseJson } from './json/parse-json.ts';
export { type ColumnRules, LineIndex, type Position } from './line-index.ts';
export { didYouMean, nameSuggestion } from './name-suggestion.ts';
export {
  type Embedding,
  type FragmentOptions,
  type NativeFile,
  type ParsedExpression,
  type ParseOptions,
  parseConfig,
  parseExpression,
  parseTemplate,
} from './parse.ts';
export { type ParsedTraversal, parseTraversal } from './parse-reference.ts';
export type { OffsetMap, ParseLimits } from './parser.ts';
export { emptyRangeAt, type Range, rangeBetween, rangeOf } from './range.ts';
export { createSource, formatRange, type Location, locate, type Source } from './source.ts';
export { callOf, keywordOf, listOf, mapOf, traversalOf } from './static-value.ts';
export { type Attribute, type Block, findAttribute, type Label, type SyntaxBody } from './syntax-body.ts';
export type { Comment } from './token.ts';
