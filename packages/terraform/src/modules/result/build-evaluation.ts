import { TerraformError } from '../../error.ts';
import { isWhollyKnown, sizeOf, typeJson, typeOf, type Value } from '../../values/index.ts';
import type { WrittenReference } from '../config/written-references.ts';
import type { Configuration } from '../load-configuration.ts';
import type { Message } from '../message.ts';
import type { EvaluatedGraph } from '../run/evaluate-graph.ts';
import { type ModuleRun, runsOf } from '../run/module-run.ts';
import type { ResourceInstance } from '../run/resource-state.ts';
import type {
  EvaluatedOutput,
  EvaluatedResource,
  Evaluation,
  JsonValue,
  MovedAddress,
  UnknownReason,
} from './evaluation.ts';
import { ProviderList } from './providers.ts';
import { publicSensitive, publicUnknown, publicValue, type Shape, unknownReasons } from './public-value.ts';
import { callersOf, sourceLines, toDiagnostic } from './source-lines.ts';

/** buildEvaluation writes down what an evaluation has found. */
export function buildEvaluation(
  { modules: { modules, notices } }: Configuration,
  { root, shared }: EvaluatedGraph,
  messages: readonly Message[],
): Evaluation {
  const providers = new ProviderList();
  const resources: EvaluatedResource[] = [];
  const runs = allRuns(root);
  refuseTooLarge(runs, root);
  for (const run of runs) resources.push(...resourcesOf(run, providers));
  const outputs = root.node.config.outputs.keys().map((name) => [name, outputOf(root, name)] as const);
  return {
    kind: 'Evaluation',
    version: 1,
    terraformVersion: '1.11',
    resources,
    outputs: Object.fromEntries(outputs),
    providers: providers.all,
    moved: modules.flatMap(({ config, address }) =>
      config.moved.map(
        ({ from, to, at }): MovedAddress => ({
          from: addressIn(address, from),
          to: addressIn(address, to),
          source: sourceLines(at),
        }),
      ),
    ),
    removed: modules.flatMap(({ config, address }) =>
      config.removed.map(({ from, at }) => ({ from: addressIn(address, from), source: sourceLines(at) })),
    ),
    diagnostics: messages.map(toDiagnostic),
    notices: [...notices, ...shared.notices].map(toDiagnostic),
  };
}

/** The most parts that all values of an evaluation may have together: about a gigabyte when they are written out. */
const MAX_RESULT_SIZE = 20_000_000;

/** Each value has its limit, and still many that share a large one could not be written out. */
function refuseTooLarge(runs: readonly ModuleRun[], root: ModuleRun): void {
  let size = 0;
  const count = (name: string, value: Value) => {
    size += sizeOf(value);
    if (size <= MAX_RESULT_SIZE) return;
    const most = MAX_RESULT_SIZE.toLocaleString('en-US');
    throw new TerraformError(
      name,
      `The values of all resources and outputs up to ${name} have more than ${most} parts, which is more than is written out. Split the configuration, or make its largest values smaller.`,
    );
  };
  for (const run of runs) {
    for (const key of run.node.config.resources.keys()) {
      for (const { address, configured } of run.resource(key)?.instances.values() ?? []) {
        for (const [, value] of configured) count(address, value);
      }
    }
  }
  for (const name of root.node.config.outputs.keys()) count(`output.${name}`, root.output(name));
}

/** Module instances, callers before those they call, calls in the order of the source. */
function allRuns(run: ModuleRun): ModuleRun[] {
  const runs: ModuleRun[] = [];
  const pending: ModuleRun[] = [run];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    runs.push(next);
    const below: ModuleRun[] = [];
    for (const name of next.node.config.calls.keys()) {
      const state = next.call(name);
      if (state !== undefined) below.push(...runsOf(state));
    }
    for (let index = below.length - 1; index >= 0; index--) {
      const child = below[index];
      if (child !== undefined) pending.push(child);
    }
  }
  return runs;
}

function resourcesOf(run: ModuleRun, providers: ProviderList): EvaluatedResource[] {
  const found: EvaluatedResource[] = [];
  const callers = callersOf(run);
  for (const { key, mode, block } of run.node.config.resources.values()) {
    const state = run.resource(key);
    if (state === undefined || mode === 'ephemeral') continue;
    const provider = providers.of(run, state.resource);
    const source = { ...sourceLines(block), callers };
    for (const instance of state.instances.values()) {
      const { type, name } = state.resource;
      found.push({
        address: instance.address,
        mode,
        type,
        name,
        index: instance.key ?? null,
        expanded: instance.expanded && !isWithinUnexpanded(run),
        module: run.address === '' ? null : run.address,
        provider,
        ...shownValues(instance),
        source,
        ...(run.shared.keepPlaces ? { places: instance.places } : {}),
      });
    }
  }
  return found;
}

/** A resource of a module of which nobody knows how many instances there will be stands for several, too. */
function isWithinUnexpanded(run: ModuleRun): boolean {
  for (let at: ModuleRun | undefined = run; at?.parent !== undefined; at = at.parent) {
    const state = at.node.call === undefined ? undefined : at.parent.call(at.node.call.name);
    if (state?.kind === 'unexpanded') return true;
  }
  return false;
}

function shownValues({
  configured,
}: ResourceInstance): Pick<EvaluatedResource, 'values' | 'unknown' | 'sensitive' | 'reasons'> {
  const values: { [name: string]: JsonValue } = {};
  const unknown: { [name: string]: Shape } = {};
  const sensitive: { [name: string]: Shape } = {};
  const reasons: UnknownReason[] = [];
  for (const [name, value] of configured) {
    if (value.kind !== 'unknown') setOwn(values, name, publicValue(value));
    setIfAny(unknown, name, publicUnknown(value));
    setIfAny(sensitive, name, publicSensitive(value));
    reasons.push(...unknownReasons(value, [name]));
  }
  return { values, unknown, sensitive, reasons };
}

/** An attribute can have any name, `__proto__` too. */
function setOwn<T>(object: { [name: string]: T }, name: string, value: T): void {
  if (name === '__proto__')
    Object.defineProperty(object, name, { value, enumerable: true, configurable: true, writable: true });
  else object[name] = value;
}

function setIfAny(shapes: { [name: string]: Shape }, name: string, shape: Shape): void {
  if (shape !== false) setOwn(shapes, name, shape);
}

function outputOf(root: ModuleRun, name: string): EvaluatedOutput {
  const value = root.output(name);
  const sensitive = root.node.config.outputs.get(name)?.sensitive ?? false;
  return {
    value: sensitive ? null : publicValue(value),
    unknown: outputUnknown(value),
    sensitive: sensitive || isSensitiveAnywhere(value),
    ...(isWhollyKnown(value) ? { type: typeJson(typeOf(value)) } : {}),
    reasons: unknownReasons(value),
  };
}

function outputUnknown(value: Value): Shape {
  return isWhollyKnown(value) ? false : publicUnknown(value);
}

function isSensitiveAnywhere(value: Value): boolean {
  return publicSensitive(value) !== false;
}

/** An address that is written in a module, as an address of the root. */
function addressIn(module: string, { traversal, source }: WrittenReference): string {
  const text = source.text.slice(traversal.start, traversal.end).replaceAll(/^"|"$/g, '');
  return module === '' ? text : `${module}.${text}`;
}
