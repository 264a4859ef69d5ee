import { expressionsIn, type ScopedExpression } from '../config/block-body.ts';
import type { Check } from '../config/check.ts';
import type { CheckRule } from '../config/check-rule.ts';
import type { ConfigExpression } from '../config/config-expression.ts';
import type { ModuleCall } from '../config/module-call.ts';
import type { Local } from '../config/module-config.ts';
import type { Output } from '../config/output.ts';
import type { ProviderBlock } from '../config/provider.ts';
import type { Repetition, Resource } from '../config/resource.ts';
import type { Variable } from '../config/variable.ts';
import type { WrittenReference } from '../config/written-references.ts';
import type { ModuleNode } from '../module-tree.ts';

/** What a declaration is. A variable and its validations are two, for the validations may refer to what uses the variable. */
export type Declaration =
  | { readonly kind: 'variable'; readonly variable: Variable }
  | { readonly kind: 'validation'; readonly variable: Variable }
  | { readonly kind: 'local'; readonly local: Local }
  | { readonly kind: 'output'; readonly output: Output }
  | { readonly kind: 'resource'; readonly resource: Resource }
  | { readonly kind: 'call'; readonly call: ModuleCall }
  | { readonly kind: 'provider'; readonly provider: ProviderBlock }
  | { readonly kind: 'check'; readonly check: Check };

/** A declaration of one module, as a node of the graph of what needs what. */
export interface ConfigNode {
  readonly declaration: Declaration;
  readonly module: ModuleNode;
  /** Its name within the module: `var.x`, `aws_instance.web`. */
  readonly key: string;
  /** Its name in messages. */
  readonly label: string;
  readonly units: readonly Unit[];
  readonly dependsOn: readonly WrittenReference[];
}

/** Expressions that Terraform evaluates together: a mistake in a reference of one keeps it from looking at the others. */
export interface Unit {
  /** The module whose names the expressions use. */
  readonly module: ModuleNode;
  readonly expressions: readonly ScopedExpression[];
  readonly repetition: 'count' | 'each' | 'none';
  /** Whether `self` may be used; in preconditions Terraform does not even know the name. */
  readonly self: boolean | 'nameless';
}

/** nodesOf lists the declarations of a module. */
export function nodesOf(module: ModuleNode): ConfigNode[] {
  const { config, address } = module;
  const nodes: ConfigNode[] = [];
  const add = (
    declaration: Declaration,
    key: string,
    units: readonly Unit[],
    dependsOn: readonly WrittenReference[] = [],
  ) => {
    const label = `${address === '' ? '' : `${address}.`}${labelOf(declaration, key, address === '')}`;
    nodes.push({ declaration, module, key, label, units, dependsOn });
  };
  const unit = (expressions: readonly ConfigExpression[], options: Partial<Unit> = {}): Unit => ({
    module,
    expressions: expressions.map((value) => ({ value, iterators: NONE })),
    repetition: 'none',
    self: false,
    ...options,
  });
  const rule = ({ condition, errorMessage }: CheckRule, options: Partial<Unit> = {}) =>
    unit(errorMessage === undefined ? [condition] : [condition, errorMessage], options);

  for (const variable of config.variables.values()) {
    add({ kind: 'variable', variable }, `var.${variable.name}`, argumentUnits(module, variable));
    if (variable.validations.length === 0) continue;
    const units = variable.validations.map((validation) => rule(validation));
    add({ kind: 'validation', variable }, `validation.${variable.name}`, units);
  }
  for (const local of config.locals.values())
    add({ kind: 'local', local }, `local.${local.name}`, [unit([local.value])]);
  for (const resource of config.resources.values()) {
    const repetition = repetitionOf(resource);
    const units = [
      ...[resource.count, resource.forEach].filter((value) => value !== undefined).map((value) => unit([value])),
      unit([], { repetition, expressions: expressionsIn(resource.body) }),
      ...resource.provisioning.map((body) => unit([], { repetition, self: true, expressions: expressionsIn(body) })),
      ...resource.preconditions.map((condition) => rule(condition, { repetition, self: 'nameless' })),
      ...resource.postconditions.map((condition) => rule(condition, { repetition, self: true })),
      ...resource.replaceTriggeredBy.map((trigger) => unit([trigger], { repetition })),
      ...importUnits(module, resource.key),
    ];
    add({ kind: 'resource', resource }, resource.key, units, resource.dependsOn);
  }
  for (const call of config.calls.values()) {
    const units = [call.count, call.forEach].filter((value) => value !== undefined).map((value) => unit([value]));
    add({ kind: 'call', call }, `module.${call.name}`, units, call.dependsOn);
  }
  for (const output of config.outputs.values()) {
    const units = [
      ...(output.value === undefined ? [] : [unit([output.value])]),
      ...output.preconditions.map((r) => rule(r)),
    ];
    add({ kind: 'output', output }, `output.${output.name}`, units, output.dependsOn);
  }
  for (const provider of config.providers.values()) {
    const units = [unit([], { expressions: expressionsIn(provider.body) })];
    add({ kind: 'provider', provider }, `provider.${provider.key}`, units);
  }
  for (const check of config.checks.values()) {
    add(
      { kind: 'check', check },
      `check.${check.name}`,
      check.asserts.map((assertion) => rule(assertion)),
    );
  }
  return nodes;
}

/** The name of a declaration in Terraform's message about cycles. */
function labelOf(declaration: Declaration, key: string, inRoot: boolean): string {
  switch (declaration.kind) {
    case 'resource':
    case 'provider':
    case 'check':
      return key;
    case 'validation':
      return `var.${declaration.variable.name} (validation)`;
    case 'variable':
      return inRoot ? key : `${key} (expand)`;
    default:
      return `${key} (expand)`;
  }
}

const NONE: ReadonlySet<string> = new Set();

/** repetitionOf tells which of `count` and `for_each` a block has. */
function repetitionOf({ count, forEach }: Repetition): Unit['repetition'] {
  return count !== undefined ? 'count' : forEach !== undefined ? 'each' : 'none';
}

/** The argument of the call that gives a variable its value, which is written in the calling module. */
function argumentUnits({ parent, call }: ModuleNode, { name }: Variable): Unit[] {
  const argument = call?.args.get(name);
  if (parent === undefined || call === undefined || argument === undefined) return [];
  const expressions = [{ value: argument.value, iterators: NONE }];
  return [{ module: parent, expressions, repetition: repetitionOf(call), self: false }];
}

/** What the `import` blocks of the root module say about a resource. */
function importUnits(module: ModuleNode, key: string): Unit[] {
  let root = module;
  while (root.parent !== undefined) root = root.parent;
  const address = module.address === '' ? key : `${module.address}.${key}`;
  return (root.config.imports.get(address) ?? []).map(({ id, forEach }) => ({
    module: root,
    expressions: [id, forEach].filter((value) => value !== undefined).map((value) => ({ value, iterators: NONE })),
    repetition: 'each',
    self: false,
  }));
}
