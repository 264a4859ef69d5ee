import { data, Evaluator, Lexer, Parser } from '@actions/expressions';
import type { FunctionDefinition } from '@actions/expressions/funcs/info';
import { type Token, TokenType } from '@actions/expressions/lexer';
import { truthy } from '@actions/expressions/result';
import { messageOf, RunnerError } from '../errors.ts';
import type { Plain } from '../plain-data.ts';

/** success(), failure() and cancelled() of the place where an expression stands; job conditions pass job ids. */
export interface StatusFunctions {
  success(jobs: string[]): boolean;
  failure(jobs: string[]): boolean;
  cancelled(): boolean;
}

/** What an expression can see. A function that is null is not available there. */
export interface ExpressionScope {
  contexts: Readonly<Record<string, Plain>>;
  status: StatusFunctions | null;
  hashFiles: ((patterns: string[]) => string) | null;
}

const STATUS_FUNCTIONS = new Set(['success', 'failure', 'cancelled', 'always']);

/** evaluateExpression gives the value of an expression (the text between the braces), by GitHub's own evaluator. */
export function evaluateExpression(text: string, scope: ExpressionScope): Plain {
  return fromData(evaluate(text, scope));
}

/** evaluateText gives the value of a scalar as text: the form in which inputs, variables and scripts reach a process. */
export function evaluateText(value: Plain | undefined, scope: ExpressionScope): string {
  const resolved = typeof value === 'string' ? resolveText(value, scope) : toData(value ?? null);
  if (!resolved.primitive) {
    throw new RunnerError(`An object or a list was given where text is expected: ${describe(value)}`);
  }
  return resolved.coerceString();
}

/** resolveValue evaluates the expressions of a value at any depth; a value that is one expression keeps its type. */
export function resolveValue(value: Plain, scope: ExpressionScope): Plain {
  if (typeof value === 'string') return fromData(resolveText(value, scope));
  if (Array.isArray(value)) return value.map((item) => resolveValue(item, scope));
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [evaluateText(key, scope), resolveValue(item, scope)]),
    );
  }
  return value;
}

/** evaluateCondition tells whether an `if:` lets a step or job run; without a status function success() is meant. */
export function evaluateCondition(written: Plain | undefined, scope: ExpressionScope): boolean {
  return truthy(evaluate(withStatusFunction(conditionExpression(written)), scope));
}

/** evaluateStageCondition is for `pre-if` and `post-if`: taken as written, always() when absent. */
export function evaluateStageCondition(written: string | null, scope: ExpressionScope): boolean {
  return truthy(evaluate(written === null ? 'always()' : conditionExpression(written), scope));
}

/** hasExpression tells whether a text holds something to evaluate. */
export function hasExpression(text: string): boolean {
  return text.includes('${{');
}

function conditionExpression(written: Plain | undefined): string {
  const text = typeof written === 'string' ? written.trim() : describe(written ?? '');
  return hasExpression(text) ? templateExpression(text) : text;
}

function withStatusFunction(expression: string): string {
  if (expression.trim() === '') return 'success()';
  const tokens = lex(expression);
  const calls = tokens.some(
    (token, index) => STATUS_FUNCTIONS.has(token.lexeme.toLowerCase()) && tokens[index + 1]?.lexeme === '(',
  );
  return calls ? expression : `success() && (${expression})`;
}

function resolveText(text: string, scope: ExpressionScope): data.ExpressionData {
  return hasExpression(text) ? evaluate(templateExpression(text), scope) : new data.StringData(text);
}

/**
 * templateExpression turns a text with embedded expressions into one expression, as the runner does: a text that is
 * one expression stands for its value, anything else becomes a call of format().
 */
function templateExpression(text: string): string {
  const literals: string[] = [];
  const expressions: string[] = [];
  let rest = text;
  for (let start = rest.indexOf('${{'); start >= 0; start = rest.indexOf('${{')) {
    const end = expressionEnd(rest, start + 3);
    if (end < 0) throw new RunnerError(`The expression is not closed by "}}": ${text}`);
    literals.push(rest.slice(0, start));
    expressions.push(rest.slice(start + 3, end).trim());
    rest = rest.slice(end + 2);
  }
  const [only] = expressions;
  if (only !== undefined && expressions.length === 1 && literals[0] === '' && rest === '') return only;
  const pattern = expressions.map((_, index) => `${escaped(literals[index] ?? '')}{${index}}`).join('') + escaped(rest);
  return `format('${pattern}', ${expressions.join(', ')})`;
}

/** The end of an expression is the first "}}" outside of a quoted string; a doubled quote inside one cancels out. */
function expressionEnd(text: string, from: number): number {
  let quoted = false;
  for (let index = from; index < text.length; index += 1) {
    if (text[index] === "'") quoted = !quoted;
    else if (!quoted && text.startsWith('}}', index)) return index;
  }
  return -1;
}

function escaped(literal: string): string {
  return literal.replaceAll('{', '{{').replaceAll('}', '}}').replaceAll("'", "''");
}

function evaluate(text: string, scope: ExpressionScope): data.ExpressionData {
  try {
    const functions = functionsOf(scope);
    const tree = new Parser(lex(text), Object.keys(scope.contexts), functions).parse();
    // The parser gives nothing for an empty expression, whatever its declaration says.
    if (text.trim() === '') throw new RunnerError('an expression is expected');
    // Contexts can be large (the event); only those that the text names are converted.
    const lowered = text.toLowerCase();
    const named = Object.entries(scope.contexts).filter(([name]) => lowered.includes(name));
    const contexts = new data.Dictionary(...named.map(([key, value]) => ({ key, value: toData(value) })));
    return new Evaluator(
      tree,
      contexts,
      new Map(functions.map((entry) => [entry.name.toLowerCase(), entry])),
    ).evaluate();
  } catch (thrown) {
    throw new RunnerError(`${messageOf(thrown)}, in the expression: ${text}`);
  }
}

/** The package undoes only the first doubled quote of a string (expressions 0.3.61, lexer.js); the runner undoes all. */
function lex(text: string): Token[] {
  return new Lexer(text).lex().tokens.map((token) => {
    const isString = token.type === TokenType.STRING;
    return isString ? { ...token, value: token.lexeme.slice(1, -1).replaceAll("''", "'") } : token;
  });
}

function functionsOf(scope: ExpressionScope): FunctionDefinition[] {
  const functions: FunctionDefinition[] = [];
  const define = (
    name: string,
    minArgs: number,
    maxArgs: number,
    call: (texts: string[]) => string | boolean,
  ): void => {
    functions.push({ name, minArgs, maxArgs, call: (...args) => toData(call(args.map((arg) => arg.coerceString()))) });
  };
  const { status, hashFiles } = scope;
  if (status !== null) {
    define('always', 0, 0, () => true);
    define('cancelled', 0, 0, () => status.cancelled());
    define('success', 0, 255, (jobs) => status.success(jobs));
    define('failure', 0, 255, (jobs) => status.failure(jobs));
  }
  if (hashFiles !== null) define('hashFiles', 1, 255, (patterns) => hashFiles(patterns));
  return functions;
}

function toData(value: Plain): data.ExpressionData {
  if (value === null) return new data.Null();
  if (typeof value === 'string') return new data.StringData(value);
  if (typeof value === 'number') return new data.NumberData(value);
  if (typeof value === 'boolean') return new data.BooleanData(value);
  if (Array.isArray(value)) return new data.Array(...value.map(toData));
  return new data.Dictionary(...Object.entries(value).map(([key, item]) => ({ key, value: toData(item) })));
}

function fromData(value: data.ExpressionData): Plain {
  if (value instanceof data.StringData || value instanceof data.NumberData || value instanceof data.BooleanData) {
    return value.value;
  }
  if (value instanceof data.Array) return value.values().map(fromData);
  if (value instanceof data.Dictionary) {
    return Object.fromEntries(value.pairs().map((pair) => [pair.key, fromData(pair.value)]));
  }
  return null;
}

function describe(value: Plain | undefined): string {
  return typeof value === 'string' ? value : JSON.stringify(value ?? null);
}
