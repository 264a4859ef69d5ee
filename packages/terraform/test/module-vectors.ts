import { readFileSync } from 'node:fs';
import {
  type Evaluation,
  type EvaluationDiagnostic,
  evaluateModule,
  type VariableArgument,
} from '../src/modules/index.ts';
import { memoryTree } from '../src/tree/index.ts';

/** A configuration and what Terraform plans for it, or finds wrong. */
export interface ModuleVector {
  readonly name: string;
  readonly files: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly args?: readonly string[];
  readonly workspace?: string;
  readonly resources?: Readonly<
    Record<string, { readonly values: Json; readonly unknown?: Json; readonly sensitive?: Json }>
  >;
  readonly outputs?: Readonly<
    Record<
      string,
      {
        readonly sensitive: boolean;
        readonly type?: Json;
        readonly value?: Json;
        readonly unknown?: Json;
        readonly partial?: Json;
      }
    >
  >;
  readonly errors?: readonly VectorDiagnostic[];
  readonly warnings?: readonly VectorDiagnostic[];
  /** Why something else comes out here. */
  readonly differs?: string;
}

interface VectorDiagnostic {
  readonly summary: string;
  readonly at?: string;
}

type Json = unknown;

/** readModuleVectors reads the vectors of a file. */
export function readModuleVectors(file: URL): readonly ModuleVector[] {
  return JSON.parse(readFileSync(file, 'utf8')).vectors;
}

/** evaluateVector evaluates the configuration of a vector. */
export function evaluateVector({ files, env, args, workspace }: ModuleVector): Evaluation {
  return evaluateModule(memoryTree(files), {
    workingDirectory: '/srv/infra',
    strict: true,
    variables: { environment: env ?? {}, arguments: variableArguments(args ?? []) },
    ...(workspace === undefined ? {} : { workspace }),
  });
}

function variableArguments(args: readonly string[]): VariableArgument[] {
  const found: VariableArgument[] = [];
  for (let index = 0; index < args.length; index++) {
    const [flag = '', inline] = splitOnce(args[index] ?? '', '=');
    const text = inline ?? args[++index] ?? '';
    if (flag === '-var-file') found.push({ kind: 'file', path: text });
    else {
      const [name = '', value = ''] = splitOnce(text, '=');
      found.push({ kind: 'value', name, text: value });
    }
  }
  return found;
}

function splitOnce(text: string, separator: string): readonly string[] {
  const at = text.indexOf(separator);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}

/** What Terraform says of a vector, as far as it is to be the same here. */
export function expectedOf({ resources, outputs, errors, warnings }: ModuleVector): unknown {
  if (errors !== undefined) return { errors: sortedMessages(errors) };
  return {
    resources: sortedEntries(resources ?? {}).map(([address, { values, unknown, sensitive }]) => ({
      address,
      values: withheld(values, sensitive),
      unknown: truePlaces(unknown),
      sensitive: truePlaces(sensitive),
    })),
    outputs: sortedEntries(outputs ?? {}).map(([name, { sensitive, type, value, unknown, partial }]) => ({
      name,
      sensitive,
      type,
      value: sensitive ? null : (value ?? partial ?? null),
      unknown: truePlaces(unknown),
    })),
    warnings: sortedMessages(warnings ?? []),
    errors: [],
  };
}

/** What comes out here, in the same form. */
export function outcomeOf({ resources, outputs, diagnostics }: Evaluation, vector: ModuleVector): unknown {
  const errors = sortedMessages(diagnostics.filter(({ severity }) => severity === 'error').map(vectorDiagnostic));
  if (vector.errors !== undefined) return { errors };
  const shown = resources.map(({ address, values, unknown, sensitive }) => ({
    address,
    values,
    unknown: truePlaces(unknown),
    sensitive: truePlaces(sensitive),
  }));
  return {
    resources: shown.sort((a, b) => (a.address < b.address ? -1 : 1)),
    outputs: sortedEntries(outputs).map(([name, { sensitive, type, value, unknown }]) => ({
      name,
      sensitive,
      type,
      value,
      unknown: truePlaces(unknown),
    })),
    warnings: sortedMessages(diagnostics.filter(({ severity }) => severity === 'warning').map(vectorDiagnostic)),
    errors,
  };
}

function vectorDiagnostic({ summary, source }: EvaluationDiagnostic): VectorDiagnostic {
  if (source === null) return { summary };
  const { file, startLine, startColumn, endLine, endColumn } = source;
  // Where nothing is to point at, Terraform points at the character that follows.
  const empty = startLine === endLine && startColumn === endColumn;
  return { summary, at: `${file}:${startLine},${startColumn}-${endLine},${empty ? endColumn + 1 : endColumn}` };
}

/** Terraform repeats some messages, and has no order for them, nor for the members of a cycle. */
function sortedMessages(messages: readonly VectorDiagnostic[]): readonly string[] {
  return [...new Set(messages.map(({ summary, at }) => `${withSortedCycle(summary)} ${at ?? ''}`.trim()))].sort();
}

function withSortedCycle(summary: string): string {
  const [start = '', list] = summary.split('Cycle: ');
  return list === undefined ? summary : `${start}Cycle: ${list.split(', ').sort().join(', ')}`;
}

function sortedEntries<T>(object: Readonly<Record<string, T>>): [string, T][] {
  return Object.entries(object).sort(([a], [b]) => (a < b ? -1 : 1));
}

/** Sensitive values do not leave an evaluation. */
function withheld(value: Json, sensitive: Json): Json {
  if (sensitive === true) return null;
  if (!isContainer(value) || !isContainer(sensitive)) return value;
  const entries = Object.entries(value).map(
    ([key, part]) => [key, withheld(part, Reflect.get(sensitive, key))] as const,
  );
  return Array.isArray(value) ? entries.map(([, part]) => part) : Object.fromEntries(entries);
}

/** The paths at which a shape is true. */
function truePlaces(shape: Json, path = ''): readonly string[] {
  if (shape === true) return [path];
  return isContainer(shape)
    ? Object.entries(shape)
        .flatMap(([key, part]) => truePlaces(part, `${path}/${key}`))
        .sort()
    : [];
}

function isContainer(value: Json): value is object {
  return typeof value === 'object' && value !== null;
}
