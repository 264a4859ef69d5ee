import { tests } from '@bufbuild/cel-spec/testdata/conformance.js';
import { CelError, type CompileOptions, compile, Double, Duration, Timestamp, TypeValue, Uint } from '../src/index.ts';
import { parseDuration, parseTimestamp } from '../src/values/time.ts';

/** Data of the specification, as JSON. */
type Json = null | boolean | number | string | readonly Json[] | JsonObject;
interface JsonObject {
  readonly [key: string]: Json | undefined;
}

/** A case of the specification that needs no protobuf message. */
export interface ConformanceCase {
  readonly suite: string;
  /** `suite/section/name`, unique. */
  readonly id: string;
  readonly expression: string;
  readonly options: CompileOptions;
  readonly input: { readonly [name: string]: unknown };
  readonly expected:
    | { readonly kind: 'value'; readonly value: Json }
    | { readonly kind: 'error' }
    | { readonly kind: 'type'; readonly type: string };
}

/** What only cases about protobuf messages, their enums and extensions mention. */
const NEEDS_MESSAGES =
  /TestAllTypes|NestedMessage|NestedEnum|GlobalEnum|GLOBAL_ENUM|"messageType"|"wrapper"|objectValue|\b(?:U?Int(?:32|64)|Float|Double|Bool|String|Bytes)?Value\{|proto\.(?:has|get)Ext|google\.protobuf\.(?:Any|[A-Za-z0-9]*Value|Struct|Empty)|cel\.expr\.conformance\.(?:proto|test)/;
const SIMPLE_OBJECTS =
  /"objectValue":\{"@type":"type\.googleapis\.com\/google\.protobuf\.(?:Timestamp|Duration)","value":"[^"]*"\}/g;

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function listOf(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? value : [];
}

function objectOf(value: Json | undefined): JsonObject {
  return isObject(value) ? value : {};
}

/** All cases of the specification that need no protobuf message. */
export function conformanceCases(): ConformanceCase[] {
  const cases: ConformanceCase[] = [];
  const visit = (suite: JsonObject, path: readonly string[]): void => {
    for (const inner of listOf(suite.suites)) visit(objectOf(inner), [...path, String(objectOf(inner).name)]);
    for (const test of listOf(suite.tests)) {
      const original = objectOf(objectOf(test).original);
      const { expr, container, typeEnv, bindings, value, typedResult } = original;
      const text = JSON.stringify([
        expr,
        container ?? '',
        typeEnv ?? '',
        bindings ?? '',
        value ?? '',
        typedResult ?? '',
      ]);
      if (NEEDS_MESSAGES.test(text.replaceAll(SIMPLE_OBJECTS, ''))) continue;
      cases.push(caseOf(path, original));
    }
  };
  visit(JSON.parse(JSON.stringify(tests)), []);
  return cases;
}

function caseOf(path: readonly string[], original: JsonObject): ConformanceCase {
  const bindings = Object.entries(objectOf(original.bindings));
  const typeEnv = listOf(original.typeEnv).map(objectOf);
  const variables = Object.fromEntries(
    typeEnv
      .filter((entry) => isObject(entry.ident))
      .map((entry) => [String(entry.name), typeText(objectOf(entry.ident).type)]),
  );
  const functions = typeEnv.flatMap((entry) =>
    listOf(objectOf(entry.function).overloads).map((overload) => ({
      name: String(entry.name),
      arguments: listOf(objectOf(overload).params).map(typeText),
      result: typeText(objectOf(overload).resultType),
      method: objectOf(overload).isInstanceFunction === true,
      call: () => {
        throw new Error('these cases are only checked, not evaluated');
      },
    })),
  );
  const expected = expectedOf(original);
  return {
    suite: path[0] ?? '',
    id: [...path, String(original.name)].join('/'),
    expression: String(original.expr),
    options: {
      variables,
      functions,
      container: typeof original.container === 'string' ? original.container : '',
      check: original.disableCheck !== true,
    },
    input: Object.fromEntries(bindings.map(([name, binding]) => [name, toValue(objectOf(binding).value)])),
    expected,
  };
}

function expectedOf(original: JsonObject): ConformanceCase['expected'] {
  if (original.evalError !== undefined) return { kind: 'error' };
  if (isObject(original.typedResult) && original.checkOnly === true) {
    return { kind: 'type', type: typeText(original.typedResult.deducedType) };
  }
  if (isObject(original.typedResult))
    return { kind: 'value', value: original.typedResult.result ?? { boolValue: true } };
  return { kind: 'value', value: original.value ?? { boolValue: true } };
}

const WELL_KNOWN: Readonly<Record<string, string>> = { ANY: 'dyn', TIMESTAMP: 'timestamp', DURATION: 'duration' };

function typeText(type: Json | undefined): string {
  const object = objectOf(type);
  if (typeof object.primitive === 'string') return object.primitive.toLowerCase().replace('64', '');
  if (typeof object.wellKnown === 'string') return WELL_KNOWN[object.wellKnown] ?? 'dyn';
  if (object.null !== undefined) return 'null';
  if (typeof object.typeParam === 'string') return object.typeParam;
  if (isObject(object.listType)) return `list(${typeText(object.listType.elemType)})`;
  if (isObject(object.mapType))
    return `map(${typeText(object.mapType.keyType)}, ${typeText(object.mapType.valueType)})`;
  if (isObject(object.type)) return `type(${typeText(object.type)})`;
  if (isObject(object.abstractType)) {
    const name = String(object.abstractType.name).replace('optional_type', 'optional');
    return `${name}(${listOf(object.abstractType.parameterTypes).map(typeText).join(', ')})`;
  }
  return 'dyn';
}

/** A value of the specification as a value of ours. */
function toValue(value: Json | undefined): unknown {
  const [kind, content] = Object.entries(objectOf(value))[0] ?? ['nullValue', null];
  switch (kind) {
    case 'int64Value':
      return BigInt(String(content));
    case 'uint64Value':
      return new Uint(BigInt(String(content)));
    case 'doubleValue':
      return new Double(Number(content));
    case 'boolValue':
    case 'stringValue':
      return content;
    case 'bytesValue':
      return new Uint8Array(Buffer.from(String(content), 'base64'));
    case 'listValue':
      return listOf(objectOf(content).values).map(toValue);
    case 'mapValue':
      return new Map(
        listOf(objectOf(content).entries).map((entry) => [
          toValue(objectOf(entry).key),
          toValue(objectOf(entry).value),
        ]),
      );
    case 'typeValue':
      return new TypeValue(String(content));
    case 'objectValue': {
      const { '@type': type, value: text } = objectOf(content);
      return String(type).endsWith('Timestamp') ? parseTimestamp(String(text)) : parseDuration(String(text));
    }
    default:
      return null;
  }
}

/** A text that is the same for equal values of the same types, whatever the order of the keys of maps. */
function canonical(value: unknown): string {
  if (typeof value === 'bigint') return `int ${value}`;
  if (typeof value === 'number') return `double ${value === 0 ? 0 : value}`;
  if (value instanceof Double) return canonical(value.value);
  if (value instanceof Uint) return `uint ${value.value}`;
  if (value instanceof Uint8Array) return `bytes ${Buffer.from(value).toString('hex')}`;
  if (value instanceof TypeValue) return `type ${value.name}`;
  if (value instanceof Timestamp) return `timestamp ${value.nanos}`;
  if (value instanceof Duration) return `duration ${value.nanos}`;
  if (Array.isArray(value)) return `[${value.map(canonical).join(', ')}]`;
  if (value instanceof Map) {
    return `{${Array.from(value, ([key, part]) => `${canonical(key)}: ${canonical(part)}`)
      .sort()
      .join(', ')}}`;
  }
  return JSON.stringify(value) ?? 'undefined';
}

/** Runs a case. Gives null if it agrees, else what came out instead. */
export function runCase(test: ConformanceCase): string | null {
  const { expected } = test;
  try {
    // Cases without declarations are checked against no variables at all.
    const program = compile(test.expression, test.options);
    if (expected.kind === 'type') return program.type === expected.type ? null : `the type ${program.type}`;
    const outcome = program.evaluate(test.input);
    if (expected.kind === 'error') return outcome.kind === 'error' ? null : JSON.stringify(canonicalOutcome(outcome));
    if (outcome.kind !== 'value') return JSON.stringify(outcome);
    const found = canonical(outcome.value);
    return found === canonical(toValue(expected.value)) ? null : found;
  } catch (error) {
    if (!(error instanceof CelError)) throw error;
    return expected.kind === 'error' ? null : `does not compile: ${error.message}`;
  }
}

function canonicalOutcome(outcome: { readonly kind: string; readonly value?: unknown }): string {
  return outcome.kind === 'value' ? canonical(outcome.value) : outcome.kind;
}
