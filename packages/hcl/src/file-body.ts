import type { Body, BodyValue } from './body.ts';
import { jsonBody } from './json/json-body.ts';
import { jsonExpression } from './json/json-expression.ts';
import type { JsonFile } from './json/parse-json.ts';
import { nativeBody } from './native-body.ts';
import type { NativeFile, ParsedExpression } from './parse.ts';
import type { ParseLimits } from './parser.ts';

/** bodyOf gives the content of a parsed file, whatever its syntax. */
export function bodyOf(file: NativeFile | JsonFile): Body {
  return file.syntax === 'native' ? nativeBody(file.source, file.body) : jsonBody(file.source, file.root);
}

/**
 * expressionOf gives a value as an expression. In JSON, strings are templates, and their mistakes come to light only
 * here.
 */
export function expressionOf(value: BodyValue, limits: ParseLimits = {}): ParsedExpression {
  return value.syntax === 'native'
    ? { source: value.source, expression: value.expression, diagnostics: [] }
    : jsonExpression(value.source, value.node, limits);
}
