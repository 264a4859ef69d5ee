import { PolicyEngineError } from '../error.ts';
import type { JsonObject, JsonValue } from '../json.ts';

/** What a policy may do with a value. */
export type Operator = '@@assign' | '@@append' | '@@remove';

const operators: readonly Operator[] = ['@@assign', '@@append', '@@remove'];
const childControl = '@@operators_allowed_for_child_policies';

/** A part of a management policy: a setting with operators, or parts with names. `allows`: what lower levels may do here. */
export type PolicyNode = { readonly allows: ReadonlySet<Operator> | null } & (
  | {
      readonly kind: 'setting';
      readonly operations: readonly { readonly operator: Operator; readonly value: JsonValue }[];
    }
  | { readonly kind: 'parts'; readonly members: readonly (readonly [string, PolicyNode])[] }
);

/** The most parts inside of each other; those of AWS have about ten. */
const MAX_DEPTH = 50;

/**
 * Reads a part of a policy. `path` is the way to it, as in JSONPath: `$.tags.costcenter`.
 * @throws PolicyEngineError for what is none.
 */
export function readPolicyNode(value: JsonValue, path: string, depth = 0): PolicyNode {
  if (depth > MAX_DEPTH)
    throw new PolicyEngineError(`${path}: The policy has more than ${MAX_DEPTH} parts inside of each other.`);
  if (!isJsonObject(value)) {
    refuseValue(value, path);
    return { kind: 'setting', allows: null, operations: [{ operator: '@@assign', value }] };
  }
  const allows = value[childControl] === undefined ? null : readAllowed(value[childControl], `${path}.${childControl}`);
  const names = Object.keys(value).filter((name) => name !== childControl);
  const unknown = names.find((name) => name.startsWith('@@') && !operators.some((operator) => operator === name));
  if (unknown !== undefined) {
    throw new PolicyEngineError(
      `${path}.${unknown}: There is no such operator. Use one of ${[...operators, childControl].map((name) => `"${name}"`).join(', ')}.`,
    );
  }
  const operations = operators.flatMap((operator) => {
    const given = value[operator];
    if (given === undefined) return [];
    refuseValue(given, `${path}.${operator}`);
    if (operator !== '@@assign' && !Array.isArray(given)) {
      throw new PolicyEngineError(
        `${path}.${operator}: The operator is for lists. Write its values as a list, or use "@@assign".`,
      );
    }
    return [{ operator, value: given }];
  });
  const parts = names.filter((name) => !name.startsWith('@@'));
  if (operations.length > 0 && parts.length > 0) {
    throw new PolicyEngineError(`${path}.${parts[0]}: A part with operators is a value, and has no other parts.`);
  }
  // A part that only limits may be a value or not: it says nothing about that.
  if (operations.length > 0) return { kind: 'setting', allows, operations };
  const members = parts.map(
    (name) => [name, readPolicyNode(value[name] ?? null, `${path}.${name}`, depth + 1)] as const,
  );
  return parts.length === 0 ? { kind: 'setting', allows, operations } : { kind: 'parts', allows, members };
}

/** Whether a value is an object, as opposed to a list. */
export function isJsonObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Values are texts, numbers, truth values and lists of them. */
function refuseValue(value: JsonValue, path: string): void {
  const isPlain = (one: JsonValue) => one !== null && typeof one !== 'object';
  if (isPlain(value) || (Array.isArray(value) && value.every(isPlain))) return;
  throw new PolicyEngineError(`${path}: The value must be a text, a number, a truth value or a list of these.`);
}

function readAllowed(value: JsonValue, path: string): ReadonlySet<Operator> {
  const given = Array.isArray(value) ? value : [];
  const names = ['@@all', '@@none', ...operators];
  if (given.length === 0 || given.some((name) => !names.includes(String(name)))) {
    throw new PolicyEngineError(`${path}: The value must be a list of ${names.map((name) => `"${name}"`).join(', ')}.`);
  }
  if (given.includes('@@none')) return new Set();
  return new Set(operators.filter((operator) => given.includes('@@all') || given.includes(operator)));
}
