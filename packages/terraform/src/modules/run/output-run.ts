import { DYNAMIC, deepMarks, EPHEMERAL, SENSITIVE, unknownValue, type Value, withMarks } from '../../values/index.ts';
import type { Output } from '../config/output.ts';
import { errorMessage, placeOf } from '../message.ts';
import { checkConditions } from './conditions.ts';
import { evaluateIn } from './evaluate-expression.ts';
import { NO_NAMES } from './local-names.ts';
import type { ModuleRun } from './module-run.ts';

/** evaluateOutput gives what a module gives out under a name. */
export function evaluateOutput(run: ModuleRun, output: Output): Value {
  checkConditions(run, output.preconditions, NO_NAMES, 'Module output value precondition failed');
  if (output.value === undefined) return unknownValue(DYNAMIC, [`output ${output.name} has no value`]);
  const { value, failed } = evaluateIn(run, output.value, NO_NAMES);
  if (failed) return value;
  const marks = deepMarks(value);
  if ((marks & EPHEMERAL) !== 0 && !output.ephemeral) {
    const at = placeOf(output.value.source, output.value.expression);
    run.shared.report(errorMessage(at, 'Ephemeral value not allowed', EPHEMERAL_OUTPUT));
    return unknownValue(DYNAMIC, [`output ${output.name} is wrong`]);
  }
  if (output.ephemeral && run.parent === undefined) {
    const detail = 'Ephemeral outputs are not allowed in context of a root module';
    run.shared.report(errorMessage(output.at, 'Ephemeral output not allowed', detail));
  }
  if ((marks & SENSITIVE) !== 0 && !output.sensitive && run.parent === undefined) {
    run.shared.report(errorMessage(output.at, 'Output refers to sensitive values', SENSITIVE_OUTPUT));
  }
  // What a child module says to be sensitive is so only when its value is: that is how Terraform 1.11 has it.
  return withMarks(value, output.ephemeral ? EPHEMERAL : 0);
}

const EPHEMERAL_OUTPUT =
  'This output value is not declared as returning an ephemeral value, so it cannot be set to a result derived from an ephemeral value.';
const SENSITIVE_OUTPUT =
  'To reduce the risk of accidentally exporting sensitive data that was intended to be only internal, Terraform requires that any root module output containing sensitive data be explicitly marked as sensitive, to confirm your intent.\n\nIf you do intend to export this data, annotate the output value as sensitive by adding the following argument:\n    sensitive = true';
