import { readFileSync } from 'node:fs';
import { type Expression, parseConfig, parseExpression, type Source } from '@tollgate/hcl';
import { evaluate } from '../src/expressions/index.ts';
import {
  DYNAMIC,
  deepMarks,
  isInfinite,
  isWhollyKnown,
  jsonText,
  SENSITIVE,
  typeOf,
  typeText,
  unknownValue,
  type Value,
} from '../src/values/index.ts';
import { consoleScope } from './console-scope.ts';
import { memoryFiles } from './memory-files.ts';

/** One expression and what Terraform makes of it. */
export interface ConsoleVector {
  readonly expression: string;
  readonly in?: 'file';
  readonly locals?: string;
  readonly terraformProvider?: true;
  readonly type?: string;
  readonly json?: string;
  readonly opaque?: 'sensitive' | 'unknown' | 'infinite';
  readonly error?: string;
  readonly detail?: string;
}

type Fixture = { readonly text: string } | { readonly base64: string };

interface ConsoleVectors {
  readonly fixtures: Readonly<Record<string, Fixture>>;
  readonly groups: Readonly<Record<string, readonly ConsoleVector[]>>;
}

/** What came out: in the form of a vector, so that the two can be compared. */
export type Outcome =
  | { readonly type: string; readonly json: string }
  | { readonly type: string; readonly opaque: string }
  | { readonly error: string; readonly detail: string };

interface Parsed {
  readonly source: Source;
  readonly expression: Expression;
  readonly locals: ReadonlyMap<string, Expression>;
  readonly problem: { readonly summary: string; readonly detail: string } | undefined;
}

/** readConsoleVectors reads the vectors of a file. */
export function readConsoleVectors(file: URL): ConsoleVectors {
  return JSON.parse(readFileSync(file, 'utf8'));
}

/** consoleRunner gives a function that evaluates vectors over these fixtures. */
export function consoleRunner({ fixtures }: Pick<ConsoleVectors, 'fixtures'>): (vector: ConsoleVector) => Outcome {
  const contents = Object.entries(fixtures).map(([path, fixture]) => [path, contentOf(fixture)] as const);
  const files = memoryFiles(Object.fromEntries(contents));
  return (vector) => {
    const { source, expression, locals, problem } = parse(vector);
    if (problem !== undefined) return errorOutcome(problem);
    const values = new Map([...locals].map(([name, local]) => [name, () => evaluate(local, source, scope).value]));
    const scope = consoleScope({
      files,
      workingDirectory: '<cwd>',
      locals: values,
      resources: new Map([['terraform_data.u', { value: unknownValue(DYNAMIC) }]]),
      terraformProvider: vector.terraformProvider ?? false,
    });
    const { value, diagnostics } = evaluate(expression, source, scope);
    const [first] = diagnostics;
    return first === undefined ? valueOutcome(value) : errorOutcome(first);
  };
}

function contentOf(fixture: Fixture): Buffer {
  return 'text' in fixture ? Buffer.from(fixture.text) : Buffer.from(fixture.base64, 'base64');
}

function parse(vector: ConsoleVector): Parsed {
  if (vector.in === undefined) {
    const { source, expression, diagnostics } = parseExpression(vector.expression, { file: '<console-input>' });
    return { source, expression, locals: new Map(), problem: diagnostics[0] };
  }
  const text = `${'\n'.repeat(7)}  v = ${vector.expression}\n${vector.locals ?? ''}\n`;
  const { source, body, diagnostics } = parseConfig(text, { file: 'main.tf' });
  const locals = new Map(body.attributes.map(({ name, expression }) => [name, expression]));
  return {
    source,
    expression: locals.get('v') ?? { kind: 'invalid', start: 0, end: 0 },
    locals,
    problem: diagnostics[0],
  };
}

function valueOutcome(value: Value): Outcome {
  const type = typeText(typeOf(value));
  if ((deepMarks(value) & SENSITIVE) !== 0) return { type, opaque: 'sensitive' };
  if (!isWhollyKnown(value)) return { type, opaque: 'unknown' };
  if (value.kind === 'number' && isInfinite(value.value)) return { type, opaque: 'infinite' };
  return { type, json: jsonText(value) };
}

function errorOutcome({ summary, detail }: { readonly summary: string; readonly detail: string }): Outcome {
  return { error: summary, detail: detail.replace(/\s+/g, ' ').trim() };
}
