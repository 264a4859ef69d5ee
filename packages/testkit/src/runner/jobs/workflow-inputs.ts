import { RunnerError } from '../errors.ts';
import { mappingAt, type Plain, type PlainMapping } from '../plain-data.ts';
import type { Workflow } from './workflow.ts';

/** dispatchInputs gives `inputs` of a workflow started by hand: what was entered, else the defaults, in their types. */
export function dispatchInputs(workflow: Workflow, given: PlainMapping): PlainMapping {
  return declaredInputs(workflow, 'workflow_dispatch', given);
}

/** callInputs gives `inputs` of a called workflow. */
export function callInputs(workflow: Workflow, given: PlainMapping): PlainMapping {
  return declaredInputs(workflow, 'workflow_call', given);
}

function declaredInputs(
  workflow: Workflow,
  trigger: 'workflow_dispatch' | 'workflow_call',
  given: PlainMapping,
): PlainMapping {
  const where = `on.${trigger}.inputs`;
  const declared = mappingAt(mappingAt(workflow.on[trigger], `on.${trigger}`).inputs, where);
  const unknown = Object.keys(given).filter((name) => !(name in declared));
  if (unknown.length > 0 && trigger in workflow.on) {
    throw new RunnerError(`The workflow ${workflow.path} has no input ${unknown.join(', ')} in ${where}.`);
  }
  return Object.fromEntries(
    Object.entries(declared).map(([name, declaration]) => {
      const input = mappingAt(declaration, `${where}.${name}`);
      const value = given[name] ?? input.default;
      if (value === undefined && input.required === true) {
        throw new RunnerError(`The workflow ${workflow.path} needs the input ${name} (${where}.${name}).`);
      }
      return [name, typed(value, input.type)];
    }),
  );
}

/** A missing input is false, 0 or empty, by its type. */
function typed(value: Plain | undefined, type: Plain | undefined): Plain {
  if (type === 'boolean') return value === true || value === 'true';
  if (type === 'number') return Number(value ?? 0);
  return value ?? '';
}
