import type { Scope } from '../../expressions/index.ts';
import type { Value } from '../../values/index.ts';
import type { Message, Place } from '../message.ts';
import type { ModuleNode } from '../module-tree.ts';
import type { InstanceKey, LocalNames } from './local-names.ts';
import type { ProviderValues } from './provider-run.ts';
import type { ResourceState } from './resource-state.ts';

/** One instance of a module while it is evaluated. Every named value is evaluated once, when it is first asked for. */
export interface ModuleRun {
  readonly node: ModuleNode;
  /** `module.a[0].module.b`; empty for the root. */
  readonly address: string;
  readonly parent: ModuleRun | undefined;
  /** What the call gives to its arguments: `count.index`, `each.key`. */
  readonly callNames: LocalNames;
  readonly shared: SharedRun;
  variable(name: string): Value;
  local(name: string): Value;
  output(name: string): Value;
  resource(key: string): ResourceState | undefined;
  call(name: string): CallState | undefined;
  provider(key: string): ProviderValues | undefined;
  /** The scope of expressions of this module, with names that hold at one place only. */
  scope(names: LocalNames): Scope;
}

/** What all modules of an evaluation share. */
export interface SharedRun {
  /** A module instance has come into being. */
  enter(run: ModuleRun): void;
  report(message: Message): void;
  /** Says what is not evaluated, for people. */
  notice(message: Message): void;
  /** Why a declaration cannot be evaluated: it is wrong, or part of a cycle. */
  whyNot(node: ModuleNode, key: string): string | undefined;
  /** Counts resources; false when there are too many. */
  admitResource(at: Place): boolean;
  /** Counts module instances; false when there are too many. */
  admitModules(count: number, at: Place): boolean;
  /** Names of attributes that an expression asks of a value; what it may ask of a resource as a whole. */
  readonly askedNames: ReadonlySet<string>;
  /** Reasons that hold for Terraform too: what it will not know before apply, whatever the provider. */
  readonly certainReasons: Set<string>;
  readonly rootVariables: ReadonlyMap<string, Value>;
  readonly keepPlaces: boolean;
  /**
   * What is found out. `planned`: what will be. `valid`: only what is wrong whatever the values of variables and the number
   * of instances; these are unknown then. `console`: what is known where nothing has been applied yet; of resources nothing
   * is.
   */
  readonly purpose: 'planned' | 'valid' | 'console';
}

/** The instances that a `module` block stands for. */
export type CallState =
  | { readonly kind: 'missing'; readonly reason: string }
  | {
      readonly kind: 'unexpanded';
      readonly by: 'count' | 'each';
      readonly reasons: readonly string[];
      readonly instance: ModuleRun;
    }
  | { readonly kind: 'single'; readonly instance: ModuleRun }
  | { readonly kind: 'count' | 'each'; readonly instances: ReadonlyMap<InstanceKey, ModuleRun> };

/** runsOf lists the instances of a call. */
export function runsOf(state: CallState): readonly ModuleRun[] {
  switch (state.kind) {
    case 'missing':
      return [];
    case 'single':
    case 'unexpanded':
      return [state.instance];
    default:
      return [...state.instances.values()];
  }
}
