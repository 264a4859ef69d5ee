import type { Traversal } from '@tollgate/hcl';
import type { Problem, Resolved, Scope } from '../../expressions/index.ts';
import {
  DYNAMIC,
  listType,
  objectType,
  objectValue,
  type Type,
  tupleValue,
  unknownValue,
  type Value,
} from '../../values/index.ts';
import { attributeName, isReferenceProblem, parseReference, type Reference } from '../graph/reference.ts';
import type { InstanceKey, LocalNames } from './local-names.ts';
import type { ModuleEnvironment } from './module-environment.ts';
import type { ModuleRun } from './module-run.ts';

/**
 * moduleScope gives the names of a module instance to its expressions. References are not checked here: those of a
 * configuration have been checked before anything is evaluated.
 */
export function moduleScope(run: ModuleRun, names: LocalNames, environment: ModuleEnvironment): Scope {
  return {
    check: () => [],
    lookup: (traversal) => lookup(run, names, environment, traversal),
    findFunction: environment.findFunction,
    context: environment.context,
  };
}

const MISSING = unknownValue(DYNAMIC, ['a name that is not declared']);

function lookup(
  run: ModuleRun,
  names: LocalNames,
  environment: ModuleEnvironment,
  traversal: Traversal,
): Resolved | Problem {
  const iterator = names.iterators?.get(traversal.root);
  if (iterator !== undefined) return { value: iterator, steps: 0 };
  const reference = parseReference(traversal);
  if (isReferenceProblem(reference)) return { summary: reference.summary, detail: reference.detail };
  switch (reference.kind) {
    case 'variable':
      return { value: run.variable(reference.name), steps: 1 };
    case 'local':
      return { value: run.local(reference.name), steps: 1 };
    case 'count':
      return { value: names.count ?? MISSING, steps: 1 };
    case 'each':
      return { value: (reference.name === 'key' ? names.each?.key : names.each?.value) ?? MISSING, steps: 1 };
    case 'self':
      return { value: names.self?.() ?? MISSING, steps: 0 };
    case 'path':
      return { value: environment.path(reference.name), steps: 1 };
    case 'terraform':
      return { value: environment.terraform(reference.name), steps: 1 };
    case 'resource':
      return lookupResource(run, reference, traversal);
    case 'module':
      return lookupModule(run, reference, traversal);
  }
}

/** An attribute of one instance is found without making a value of all instances. */
function lookupResource(
  run: ModuleRun,
  { key, instance: literal, steps }: Extract<Reference, { kind: 'resource' }>,
  traversal: Traversal,
): Resolved {
  const state = run.resource(key);
  if (state === undefined) return { value: MISSING, steps };
  const repeated = state.repetition !== 'none';
  const at = steps + (repeated && literal !== undefined ? 1 : 0);
  const instance =
    state.unexpanded === undefined && repeated === (literal !== undefined)
      ? state.instances.get(instanceKey(literal, state.repetition))
      : undefined;
  const attribute = attributeName(traversal.steps[at]);
  if (instance === undefined || attribute === undefined) return { value: state.whole(), steps };
  return { value: state.attribute(instance, attribute), steps: at + 1 };
}

type LiteralKey = Extract<Reference, { kind: 'resource' }>['instance'];

function instanceKey(literal: LiteralKey, repetition: 'count' | 'each' | 'none'): InstanceKey {
  if (literal?.kind === 'number') return repetition === 'each' ? literal.text : Number(literal.text);
  if (literal?.kind !== 'string') return undefined;
  return repetition === 'count' ? Number(literal.value) : literal.value;
}

function lookupModule(
  run: ModuleRun,
  { name, instance: literal, output }: Extract<Reference, { kind: 'module' }>,
  { steps }: Traversal,
): Resolved {
  const state = run.call(name);
  if (state === undefined) return { value: MISSING, steps: 1 };
  switch (state.kind) {
    case 'missing':
      return { value: unknownValue(DYNAMIC, [state.reason]), steps: 1 };
    case 'unexpanded':
      return {
        value: unknownValue(state.by === 'count' ? listType(outputsType(state.instance)) : DYNAMIC, state.reasons),
        steps: 1,
      };
    case 'single': {
      const { instance } = state;
      if (literal === undefined && output !== undefined && instance.node.config.outputs.has(output)) {
        return { value: instance.output(output), steps: 2 };
      }
      return { value: outputsOf(instance), steps: 1 };
    }
    case 'count':
    case 'each': {
      const instance = literal === undefined ? undefined : state.instances.get(instanceKey(literal, state.kind));
      if (instance !== undefined && output !== undefined && instance.node.config.outputs.has(output)) {
        return { value: instance.output(output), steps: 3 };
      }
      const objects = [...state.instances].map(([key, child]): [string, Value] => [String(key), outputsOf(child)]);
      const value = state.kind === 'count' ? tupleValue(objects.map(([, object]) => object)) : objectValue(objects);
      return { value, steps: Math.min(1, steps.length) };
    }
  }
}

/** What is known of the outputs of a module of which there may be several. */
function outputsType({ node }: ModuleRun): Type {
  return objectType(new Map(node.config.outputs.keys().map((name) => [name, DYNAMIC])));
}

function outputsOf(instance: ModuleRun): Value {
  return objectValue(instance.node.config.outputs.keys().map((name) => [name, instance.output(name)]));
}
