import { type BodyBlock, formatRange } from '@tollgate/hcl';
import { applyDefaults, convert, NULL, pathText, type Value, ValueError } from '../../values/index.ts';
import { errorMessage, type Message, messageOf, type Place, placeOf } from '../message.ts';
import { type CheckRule, readCheckRule } from './check-rule.ts';
import { constantBool, constantText, constantValue } from './constants.ts';
import { ANY_TYPE, readTypeConstraint, type TypeConstraint } from './type-constraint.ts';

/** An input variable. Absent parts are undefined, so that override files can tell what they change. */
export interface Variable {
  readonly name: string;
  readonly constraint: TypeConstraint | undefined;
  /** The default as written, not yet converted. */
  readonly fallback: { readonly value: Value; readonly at: Place } | undefined;
  readonly nullable: boolean | undefined;
  readonly sensitive: boolean | undefined;
  readonly ephemeral: boolean | undefined;
  readonly validations: readonly CheckRule[];
  /** The block of an override file that changes the type only. */
  readonly retypedAt: Place | undefined;
  /** The header of the block. */
  readonly at: Place;
}

const SCHEMA = {
  attributes: ['description', 'default', 'type', 'sensitive', 'ephemeral', 'nullable', 'deprecated'].map((name) => ({
    name,
  })),
  blocks: [{ type: 'validation' }],
};

/** Arguments of module calls that are not variables. */
const RESERVED = new Set(['source', 'version', 'providers', 'count', 'for_each', 'lifecycle', 'depends_on', 'locals']);

/** readVariable reads a `variable` block. */
export function readVariable(block: BodyBlock, messages: Message[]): Variable {
  const name = block.labels[0] ?? '';
  const label = block.labelRanges[0] ?? block.headerRange;
  if (RESERVED.has(name)) {
    const detail = `The variable name "${name}" is reserved due to its special meaning inside module blocks.`;
    messages.push(errorMessage(placeOf(block.source, label), 'Invalid variable name', detail));
  }
  const { attributes, blocks, diagnostics } = block.body.content(SCHEMA);
  messages.push(...diagnostics.map(messageOf));
  constantText(attributes.get('description'), messages);
  const type = attributes.get('type');
  const given = attributes.get('default');
  const constraint = type === undefined ? undefined : (readTypeConstraint(type.value, messages) ?? ANY_TYPE);
  const fallback = given === undefined ? undefined : constantValue(given.value, messages);
  const at = placeOf(block.source, block.headerRange);
  return {
    name,
    constraint,
    fallback:
      given === undefined
        ? undefined
        : { value: fallback ?? NULL, at: placeOf(given.source, rangeOfValue(given.value)) },
    nullable: constantBool(attributes.get('nullable'), messages),
    sensitive: constantBool(attributes.get('sensitive'), messages),
    ephemeral: constantBool(attributes.get('ephemeral'), messages),
    validations: blocks.map((rule) => readCheckRule(rule, messages, name)).filter((rule) => rule !== undefined),
    retypedAt: undefined,
    at,
  };
}

function rangeOfValue(value: Parameters<typeof constantValue>[0]): { start: number; end: number } {
  return value.syntax === 'native' ? value.expression : value.node;
}

/** constraintOf gives the type constraint of a variable. */
export function constraintOf(variable: Variable): TypeConstraint {
  return variable.constraint ?? ANY_TYPE;
}

/**
 * convertToVariable brings a value into the type of a variable, defaults of optional attributes included. Throws
 * ValueError when it does not fit.
 */
export function convertToVariable(value: Value, variable: Variable): Value {
  const { type, defaults } = constraintOf(variable);
  return convert(defaults === undefined || value.kind === 'null' ? value : applyDefaults(value, defaults), type);
}

/** checkFallback reports a default that does not fit the type of its variable. Called when overrides are merged. */
export function checkFallback(variable: Variable, messages: Message[]): Variable {
  const { fallback } = variable;
  if (fallback === undefined) return variable;
  if (fallback.value.kind === 'null' && variable.nullable === false) {
    const detail = 'A null default value is not valid when nullable=false.';
    messages.push(errorMessage(fallback.at, 'Invalid default value for variable', detail));
    return { ...variable, fallback: undefined };
  }
  try {
    return { ...variable, fallback: { ...fallback, value: convertToVariable(fallback.value, variable) } };
  } catch (error) {
    if (!(error instanceof ValueError)) throw error;
    const why = `${pathPrefix(error)}${error.message}.`;
    const detail =
      variable.retypedAt === undefined
        ? `This default value is not compatible with the variable's type constraint: ${why}`
        : `Overriding this variable's type constraint has made its default value invalid: ${why}`;
    messages.push(errorMessage(variable.retypedAt ?? fallback.at, 'Invalid default value for variable', detail));
    return { ...variable, fallback: undefined };
  }
}

function pathPrefix({ path }: ValueError): string {
  return path.length === 0 ? '' : `${pathText(path)}: `;
}

/** declaredAt says where a variable is declared, within a sentence. */
export function declaredAt({ at }: Variable): string {
  return formatRange(at.source, at.range);
}
