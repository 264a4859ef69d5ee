import { readFileSync } from 'node:fs';
import { parseExpression } from '@tollgate/hcl';
import { evaluate } from '../src/expressions/index.ts';
import { publicUnknown, publicValue } from '../src/modules/result/public-value.ts';
import {
  DYNAMIC,
  isWhollyKnown,
  nullValue,
  objectValue,
  refineNotNull,
  STRING,
  stringValue,
  tupleValue,
  typeJson,
  typeOf,
  unknownValue,
  type Value,
} from '../src/values/index.ts';
import { consoleScope } from './console-scope.ts';
import { memoryFiles } from './memory-files.ts';

/** An output of a plan: known, or partly unknown, or an error. */
export interface UnknownVector {
  readonly expression: string;
  readonly value?: unknown;
  readonly type?: unknown;
  readonly unknown?: unknown;
  readonly partial?: unknown;
  readonly error?: string;
  readonly detail?: string;
}

interface UnknownVectors {
  readonly fixtures: Readonly<Record<string, string>>;
  readonly vectors: readonly UnknownVector[];
}

/** What came out, in the form of a vector. */
export type UnknownOutcome = Omit<UnknownVector, 'expression'>;

/** readUnknownVectors reads the vectors of a file. */
export function readUnknownVectors(file: URL): UnknownVectors {
  return JSON.parse(readFileSync(file, 'utf8'));
}

/** unknownRunner gives a function that evaluates vectors over these fixtures, as the first plan of their configuration. */
export function unknownRunner({ fixtures }: Pick<UnknownVectors, 'fixtures'>): (expression: string) => UnknownOutcome {
  const scope = consoleScope({
    files: memoryFiles(fixtures),
    workingDirectory: '<cwd>',
    locals: new Map(),
    resources: new Map([
      ['terraform_data.u', { value: planned('u', objectValue([['foo', stringValue('bar')]])) }],
      [
        'terraform_data.c',
        { value: tupleValue(['c0', 'c1'].map((input) => planned('c', stringValue(input)))), repeated: true },
      ],
      [
        'terraform_data.f',
        { value: objectValue(['a', 'b'].map((key) => [key, planned('f', stringValue(`f-${key}`))])), repeated: true },
      ],
    ]),
    plan: true,
  });
  return (text) => {
    const { source, expression, diagnostics: mistakes } = parseExpression(text, { file: 'main.tf' });
    const { value, diagnostics } = evaluate(expression, source, scope);
    const first = mistakes[0] ?? diagnostics[0];
    if (first !== undefined) return { error: first.summary, detail: first.detail.replace(/\s+/g, ' ').trim() };
    if (isWhollyKnown(value)) return { value: publicValue(value), type: typeJson(typeOf(value)) };
    const unknown = publicUnknown(value);
    return unknown === true ? { unknown } : { unknown, partial: publicValue(value) };
  };
}

/** A `terraform_data` that will be created. */
function planned(name: string, input: Value): Value {
  const reasons = [`terraform_data.${name}`];
  return objectValue([
    ['id', refineNotNull(unknownValue(STRING, reasons))],
    ['input', input],
    ['output', unknownValue(typeOf(input), reasons)],
    ['triggers_replace', nullValue(DYNAMIC)],
  ]);
}
