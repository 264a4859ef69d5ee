import { isAssignable } from './check/assignable.ts';
import { checkTree } from './check/checker.ts';
import type { Environment } from './check/environment.ts';
import { type JsonSchema, typeFromSchema } from './check/json-schema.ts';
import { type Type, typeText } from './check/type.ts';
import { typeFromText } from './check/type-text.ts';
import { DEFAULT_COST_LIMIT } from './evaluate/meter.ts';
import { type CustomFunction, customOverload } from './functions/custom-function.ts';
import { standardLibrary, withFunctions } from './functions/library.ts';
import { CelError, problemAt } from './problem.ts';
import { makeProgram, type Program } from './program.ts';
import { parse } from './syntax/parser.ts';

/** How an expression is compiled. */
export interface CompileOptions {
  /** A JSON Schema of the input. Its properties are the variables, and nothing else is. */
  readonly schema?: JsonSchema;
  /** Further variables with their types, as texts (`list(string)`, `timestamp`) or as JSON Schemas. */
  readonly variables?: Readonly<Record<string, string | JsonSchema>>;
  readonly functions?: readonly CustomFunction[];
  /** The type that the result must have, such as `bool`; any unless given. */
  readonly result?: string;
  /** The most steps that an evaluation may take; 1,000,000 unless given. */
  readonly costLimit?: number;
  /** The namespace in which names are looked up first, as in protobuf; none unless given. */
  readonly container?: string;
  /** `false` leaves all mistakes of types and names to the evaluation. */
  readonly check?: boolean;
}

/**
 * Compiles an expression, to be evaluated many times. Without `schema` and `variables`, every name is an input of any
 * type; with one of them, names that are not declared are mistakes.
 *
 * @throws CelError with all problems found, when the expression cannot be parsed or its types do not fit.
 * @throws Error when the options are wrong, as a type that is not one.
 *
 * @example
 * const program = compile("resource.tags.Env in ['prod', 'dev']", { variables: { resource: 'dyn' } });
 * program.evaluate({ resource: { tags: { Env: 'prod' } } }); // { kind: 'value', value: true }
 */
export function compile(source: string, options: CompileOptions = {}): Program {
  const { root, problems } = parse(source);
  const environment = environmentOf(options);
  if (problems.length > 0) throw new CelError(problems);
  const checked = checkTree(root, environment);
  const wanted = options.result === undefined ? null : typeFromText(options.result);
  if (options.check !== false) {
    const found = [...checked.problems];
    if (wanted !== null && found.length === 0 && !isAssignable(wanted, checked.type, new Map())) {
      found.push(
        problemAt(root.range, `the expression must give ${typeText(wanted)}, but it gives ${typeText(checked.type)}`),
      );
    }
    if (found.length > 0) throw new CelError(found);
  }
  return makeProgram({
    source,
    root,
    checked,
    library: environment.library,
    costLimit: options.costLimit ?? DEFAULT_COST_LIMIT,
    wanted,
  });
}

function environmentOf(options: CompileOptions): Environment {
  const variables = new Map<string, Type>();
  let isOpen = options.schema === undefined && options.variables === undefined;
  if (options.schema !== undefined) {
    const type = typeFromSchema(options.schema);
    if (type.kind === 'object') {
      for (const name of type.fieldNames) variables.set(name, type.field(name) ?? { kind: 'dyn' });
      isOpen = type.rest !== null;
    } else {
      isOpen = true;
    }
  }
  for (const [name, type] of Object.entries(options.variables ?? {})) {
    variables.set(name, typeof type === 'string' ? typeFromText(type) : typeFromSchema(type));
  }
  return {
    variables,
    isOpen,
    library: withFunctions(standardLibrary(), (options.functions ?? []).map(customOverload)),
    container: options.container ?? '',
  };
}
