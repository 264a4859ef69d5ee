import { formatRange } from '@tollgate/hcl';
import {
  DYNAMIC,
  deepMarks,
  EPHEMERAL,
  nullValue,
  SENSITIVE,
  unknownValue,
  type Value,
  ValueError,
  withMarks,
  withoutMarks,
  withoutOptional,
} from '../../values/index.ts';
import { allowedValues } from '../config/allowed-values.ts';
import { constraintOf, convertToVariable, declaredAt, type Variable } from '../config/variable.ts';
import { errorMessage, type Place, placeOf } from '../message.ts';
import { evaluateCondition } from './conditions.ts';
import { evaluateIn } from './evaluate-expression.ts';
import { NO_NAMES } from './local-names.ts';
import type { ModuleRun } from './module-run.ts';
import { withComputed } from './resource-objects.ts';

/** evaluateVariable gives the value of a variable: of the root from outside, of other modules from the call. */
export function evaluateVariable(run: ModuleRun, variable: Variable): Value {
  const value = run.parent === undefined ? rootValue(run, variable) : argumentValue(run, run.parent, variable);
  const marks = (variable.sensitive ? SENSITIVE : 0) | (variable.ephemeral ? EPHEMERAL : 0);
  return withMarks(withPossible(value, variable), marks);
}

/** A value that is not known is one of those that validations allow, where these are written out. */
function withPossible(value: Value, variable: Variable): Value {
  if (value.kind !== 'unknown') return value;
  const possible = allowedValues(variable);
  return possible === undefined ? value : { ...value, possible };
}

function rootValue(run: ModuleRun, variable: Variable): Value {
  if (run.shared.purpose === 'valid') return unknownOf(variable, `variable ${variable.name}`);
  return run.shared.rootVariables.get(variable.name) ?? fallbackOf(variable);
}

function fallbackOf(variable: Variable): Value {
  const { fallback, name } = variable;
  return fallback?.value ?? unknownOf(variable, `variable ${name} has no value`);
}

function unknownOf(variable: Variable, reason: string): Value {
  return unknownValue(withoutOptional(constraintOf(variable).type), [reason]);
}

function argumentValue(run: ModuleRun, parent: ModuleRun, variable: Variable): Value {
  const argument = run.node.call?.args.get(variable.name);
  if (argument === undefined) return fallbackOf(variable);
  const { value, failed } = evaluateIn(parent, argument.value, run.callNames);
  if (failed) return value;
  const at = placeOf(argument.value.source, argument.value.expression);
  if ((deepMarks(value) & EPHEMERAL) !== 0 && !variable.ephemeral) {
    run.shared.report(errorMessage(at, 'Ephemeral value not allowed', EPHEMERAL_ARGUMENT));
    return unknownOf(variable, `variable ${variable.name} has an unsuitable value`);
  }
  const outcome = suitValue(value, variable, variableAddress(run, variable));
  if (outcome.ok) return outcome.value;
  run.shared.report(errorMessage(at, outcome.summary, outcome.detail));
  return unknownOf(variable, `variable ${variable.name} has an unsuitable value`);
}

const EPHEMERAL_ARGUMENT =
  'This input variable is not declared as accepting ephemeral values, so it cannot be set to a result derived from an ephemeral value.';

/** variableAddress names a variable in messages: `module.a.var.x`. */
function variableAddress({ address }: ModuleRun, { name }: Variable): string {
  return address === '' ? `var.${name}` : `${address}.var.${name}`;
}

export type Suited =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly summary: string; readonly detail: string };

/** suitValue makes a given value that of a variable: default for null where null is not allowed, and conversion. */
export function suitValue(given: Value, variable: Variable, address: string): Suited {
  const { type } = constraintOf(variable);
  if (given.kind === 'null') {
    if (variable.nullable !== false)
      return {
        ok: true,
        value: withMarks(nullValue(type.kind === 'dynamic' ? DYNAMIC : withoutOptional(type)), given.marks),
      };
    if (variable.fallback !== undefined) return { ok: true, value: variable.fallback.value };
    const detail = `The given value is not suitable for ${address} defined at ${declaredAt(variable)}: required variable may not be set to null.`;
    return { ok: false, summary: 'Required variable not set', detail };
  }
  try {
    const converted = convertToVariable(withComputed(withoutMarks(given), type), variable);
    return { ok: true, value: withMarks(converted, given.marks) };
  } catch (error) {
    if (!(error instanceof ValueError)) throw error;
    const detail = `The given value is not suitable for ${address} declared at ${declaredAt(variable)}: ${error.message}.`;
    return { ok: false, summary: 'Invalid value for input variable', detail };
  }
}

/** validateVariable reports the validations of a variable that its value does not pass. */
export function validateVariable(run: ModuleRun, variable: Variable): void {
  for (const rule of variable.validations) {
    const verdict = evaluateCondition(run, rule, NO_NAMES, 'Invalid variable validation result');
    if (verdict.kind !== 'failed') continue;
    const where = formatRange(rule.at.source, rule.at.range);
    const detail = `${verdict.message}\n\nThis was checked by the validation rule at ${where}.`;
    run.shared.report(errorMessage(valuePlace(run, variable), 'Invalid value for variable', detail));
  }
}

/** A value is blamed where it is given: in the call, or, for what comes from outside, at the declaration. */
function valuePlace(run: ModuleRun, variable: Variable): Place {
  const argument = run.node.call?.args.get(variable.name);
  return argument === undefined ? variable.at : placeOf(argument.value.source, argument.value.expression);
}
