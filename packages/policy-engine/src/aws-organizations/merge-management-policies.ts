import { PolicyEngineError } from '../error.ts';
import type { JsonObject, JsonValue } from '../json.ts';
import { isJsonObject, type Operator, type PolicyNode, readPolicyNode } from './policy-node.ts';

/** What all policies of an account come to. */
export interface EffectivePolicy {
  readonly effective: JsonObject;
  /** Sentences about what was left out because an upper level does not allow it, or an earlier policy said it first. */
  readonly ignored: readonly string[];
}

/** A part of the effective policy while it is made. */
interface State {
  value: JsonValue | undefined;
  /** The level that gave the value, so that of several policies of one level the first counts. */
  assignedAt: number;
  /** The level that the part was first named in. */
  readonly since: number;
  /** What policies of lower levels may do here. */
  allowed: ReadonlySet<Operator>;
  readonly members: Map<string, State>;
}

const all: ReadonlySet<Operator> = new Set<Operator>(['@@assign', '@@append', '@@remove']);

/**
 * Merges the management policies of an account, such as tag policies, as AWS Organizations does: levels from the root down to
 * the account, within a level in the order in which the policies were attached.
 *
 * - `@@assign` replaces, `@@append` adds to and `@@remove` takes from a list. Of two assignments of one level the first counts.
 * - `@@operators_allowed_for_child_policies` limits the lower levels, all such limits together; at a part with members of its own
 *   a limit without `@@assign` means that no further members may be added.
 * - A value without an operator, as effective policies have them, is assigned. A list or a part that becomes empty goes away.
 * - Names below `tags` differ in more than case, or are one: the effective policy has them in lower case.
 *
 * Source: https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_inheritance_mgmt.html, 2026-11-20.
 * @throws PolicyEngineError with the way into the policy, for what is no management policy.
 */
export function mergeManagementPolicies(levels: readonly (readonly JsonObject[])[]): EffectivePolicy {
  const root = newState(0);
  const ignored: string[] = [];
  for (const [level, policies] of levels.entries()) {
    const limits: (() => void)[] = [];
    for (const policy of policies) {
      const node = readPolicyNode(policy, '$');
      if (node.kind === 'setting' && node.operations.length > 0)
        throw new PolicyEngineError('$: The policy must be an object with parts, such as "tags".');
      apply(root, node, { path: '$', level, limits, ignored });
    }
    // Limits are for the levels below, and not for the other policies of the same one.
    for (const limit of limits) limit();
  }
  const effective = effectiveValue(root);
  return { effective: isJsonObject(effective) ? effective : {}, ignored };
}

interface Context {
  readonly path: string;
  readonly level: number;
  readonly limits: (() => void)[];
  readonly ignored: string[];
}

function apply(state: State, node: PolicyNode, context: Context): void {
  const { allows } = node;
  if (allows !== null) context.limits.push(() => limit(state, allows));
  if (node.kind === 'setting') {
    for (const { operator, value } of node.operations) change(state, operator, value, context);
    return;
  }
  if (state.value !== undefined)
    throw new PolicyEngineError(`${context.path}: This is a value in another policy, and cannot have parts.`);
  for (const [name, member] of node.members) {
    const key = context.path === '$.tags' ? name.toLowerCase() : name;
    const path = `${context.path}.${name}`;
    const known = state.members.get(key);
    const isNew = known === undefined || known.since === context.level;
    if (isNew && !state.allowed.has('@@assign')) {
      context.ignored.push(
        `${path}: left out, because a policy above allows nothing to be added to "${context.path}".`,
      );
      continue;
    }
    const target = known ?? newState(context.level);
    state.members.set(key, target);
    apply(target, member, { ...context, path });
  }
}

function change(state: State, operator: Operator, value: JsonValue, { path, level, ignored }: Context): void {
  if (state.members.size > 0)
    throw new PolicyEngineError(`${path}: This has parts in another policy, and cannot be a value.`);
  if (!state.allowed.has(operator)) {
    ignored.push(`${path}: "${operator}" is left out, because a policy above does not allow it.`);
    return;
  }
  if (operator === '@@assign') {
    if (state.assignedAt === level) {
      ignored.push(
        `${path}: "${operator}" is left out, because another policy of the same level was attached earlier.`,
      );
      return;
    }
    state.value = value;
    state.assignedAt = level;
    return;
  }
  const given = listOf(value);
  const inherited = listOf(state.value);
  if (state.value !== undefined && !Array.isArray(state.value)) {
    throw new PolicyEngineError(`${path}: "${operator}" is for lists, and the value is none.`);
  }
  state.value =
    operator === '@@append'
      ? [...inherited, ...given.filter((one) => !inherited.includes(one))]
      : inherited.filter((one) => !given.includes(one));
}

function limit(state: State, allows: ReadonlySet<Operator>): void {
  state.allowed = new Set([...state.allowed].filter((operator) => allows.has(operator)));
}

function listOf(value: JsonValue | undefined): readonly JsonValue[] {
  return Array.isArray(value) ? value : [];
}

function newState(since: number): State {
  return { value: undefined, assignedAt: -1, since, allowed: all, members: new Map() };
}

/** Undefined for what is empty. */
function effectiveValue({ value, members }: State): JsonValue | undefined {
  if (value !== undefined) return Array.isArray(value) && value.length === 0 ? undefined : value;
  const entries = [...members].flatMap(([name, member]) => {
    const inner = effectiveValue(member);
    return inner === undefined ? [] : [[name, inner] as const];
  });
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}
