import type { Scope } from '../../expressions/index.ts';
import { DYNAMIC, unknownValue, type Value } from '../../values/index.ts';
import { isMissing, type ModuleNode } from '../module-tree.ts';
import { evaluateIn } from './evaluate-expression.ts';
import { expand } from './expansion.ts';
import { type InstanceKey, keyText, type LocalNames, NO_NAMES, unknownNames } from './local-names.ts';
import type { ModuleEnvironment } from './module-environment.ts';
import type { CallState, ModuleRun, SharedRun } from './module-run.ts';
import { moduleScope } from './module-scope.ts';
import { evaluateOutput } from './output-run.ts';
import { brokenProvider, evaluateProvider, type ProviderValues } from './provider-run.ts';
import { brokenResource, evaluateResource } from './resource-run.ts';
import type { ResourceState } from './resource-state.ts';
import { evaluateVariable } from './variable-run.ts';

/** Where a module instance comes from. */
export interface InstanceOrigin {
  readonly parent: ModuleInstance | undefined;
  readonly key: InstanceKey;
  readonly callNames: LocalNames;
}

/** An instance of a module: its named values, each evaluated when it is first asked for, and kept. */
export class ModuleInstance implements ModuleRun {
  readonly node: ModuleNode;
  readonly address: string;
  readonly parent: ModuleInstance | undefined;
  readonly callNames: LocalNames;
  readonly shared: SharedRun;
  readonly #environment: (module: ModuleNode) => ModuleEnvironment;
  readonly #plainScope: Scope;
  readonly #values = new Map<string, Value>();
  readonly #resources = new Map<string, ResourceState>();
  readonly #calls = new Map<string, CallState>();
  readonly #providers = new Map<string, ProviderValues>();

  constructor(
    node: ModuleNode,
    shared: SharedRun,
    environment: (module: ModuleNode) => ModuleEnvironment,
    { parent, key, callNames }: InstanceOrigin,
  ) {
    this.node = node;
    this.shared = shared;
    this.#environment = environment;
    this.parent = parent;
    this.callNames = callNames;
    const above = parent === undefined || parent.address === '' ? '' : `${parent.address}.`;
    this.address = parent === undefined ? '' : `${above}module.${node.call?.name ?? ''}${keyText(key)}`;
    this.#plainScope = moduleScope(this, NO_NAMES, environment(node));
    shared.enter(this);
  }

  scope(names: LocalNames): Scope {
    return names === NO_NAMES ? this.#plainScope : moduleScope(this, names, this.#environment(this.node));
  }

  variable(name: string): Value {
    const variable = this.node.config.variables.get(name);
    return this.#value(`var.${name}`, () => variable && evaluateVariable(this, variable));
  }

  local(name: string): Value {
    const local = this.node.config.locals.get(name);
    return this.#value(`local.${name}`, () => local && evaluateIn(this, local.value, NO_NAMES).value);
  }

  output(name: string): Value {
    const output = this.node.config.outputs.get(name);
    return this.#value(`output.${name}`, () => output && evaluateOutput(this, output));
  }

  #value(key: string, evaluate: () => Value | undefined): Value {
    const known = this.#values.get(key);
    if (known !== undefined) return known;
    const why = this.shared.whyNot(this.node, key);
    // Whoever asks for the value while it is being made is part of a circle.
    this.#values.set(key, unknownValue(DYNAMIC, [`${key} needs itself`]));
    const value = why === undefined ? evaluate() : undefined;
    const result = value ?? unknownValue(DYNAMIC, [why ?? `${key} is not declared`]);
    this.#values.set(key, result);
    return result;
  }

  resource(key: string): ResourceState | undefined {
    const resource = this.node.config.resources.get(key);
    const known = this.#resources.get(key);
    if (known !== undefined || resource === undefined) return known;
    const why = this.shared.whyNot(this.node, key);
    this.#resources.set(key, brokenResource(this, resource, why ?? `${key} needs itself`));
    if (why === undefined) this.#resources.set(key, evaluateResource(this, resource));
    return this.#resources.get(key);
  }

  provider(key: string): ProviderValues | undefined {
    const provider = this.node.config.providers.get(key);
    const known = this.#providers.get(key);
    if (known !== undefined || provider === undefined) return known;
    const why = this.shared.whyNot(this.node, `provider.${key}`);
    const values = why === undefined ? evaluateProvider(this, provider) : brokenProvider(provider, why);
    this.#providers.set(key, values);
    return values;
  }

  call(name: string): CallState | undefined {
    const call = this.node.config.calls.get(name);
    const known = this.#calls.get(name);
    if (known !== undefined || call === undefined) return known;
    this.#calls.set(name, { kind: 'missing', reason: `module.${name} needs itself` });
    const state = this.#expandCall(name);
    this.#calls.set(name, state);
    return state;
  }

  #expandCall(name: string): CallState {
    const call = this.node.config.calls.get(name);
    const child = this.node.children.get(name);
    const why = this.shared.whyNot(this.node, `module.${name}`);
    if (call === undefined || child === undefined) return { kind: 'missing', reason: `module.${name} is not declared` };
    if (isMissing(child)) return { kind: 'missing', reason: `module ${name}: ${child.missing}` };
    const instance = (key: InstanceKey, callNames: LocalNames) =>
      new ModuleInstance(child, this.shared, this.#environment, { parent: this, key, callNames });
    if (why !== undefined)
      return { kind: 'unexpanded', by: 'each', reasons: [why], instance: instance(undefined, NO_NAMES) };
    const expansion = expand(this, call);
    switch (expansion.kind) {
      case 'none':
        return { kind: 'single', instance: instance(undefined, NO_NAMES) };
      case 'unknown':
        return {
          kind: 'unexpanded',
          by: expansion.by,
          reasons: expansion.reasons,
          instance: instance(undefined, expansion.names),
        };
      default: {
        if (!this.shared.admitModules(expansion.instances.size, call.at)) {
          const reasons = ['there are too many module instances'];
          const names = unknownNames(expansion.kind, reasons);
          return { kind: 'unexpanded', by: expansion.kind, reasons, instance: instance(undefined, names) };
        }
        const instances = new Map(expansion.instances.entries().map(([key, names]) => [key, instance(key, names)]));
        return { kind: expansion.kind, instances };
      }
    }
  }
}
