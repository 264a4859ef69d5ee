import { didYouMean, nameSuggestion, type Range, type Traversal } from '@tollgate/hcl';
import { attributesOf } from '../built-in-schema.ts';
import type { Resource } from '../config/resource.ts';
import { errorMessage, type Message, placeOf } from '../message.ts';
import type { ModuleNode } from '../module-tree.ts';
import type { ConfigNode, Unit } from './config-node.ts';
import {
  attributeName,
  isReferenceProblem,
  parseReference,
  type Reference,
  type ReferenceProblem,
  referenceRange,
} from './reference.ts';

/** checkNode reports references of a declaration to what is not declared, or cannot be used where it stands. */
export function checkNode(node: ConfigNode): Message[] {
  return node.units.flatMap((unit) => {
    const own = node.module === unit.module ? node : undefined;
    return checkUnit(unit, own);
  });
}

interface Found {
  readonly at: (range: Range) => ReturnType<typeof placeOf>;
  readonly traversal: Traversal;
  readonly reference: Reference;
}

/** checkUnit reports the mistakes in references of expressions that are evaluated together. */
export function checkUnit(unit: Unit, own: ConfigNode | undefined): Message[] {
  const messages: Message[] = [];
  const found: Found[] = [];
  for (const { value, iterators } of unit.expressions) {
    for (const traversal of value.references) {
      if (iterators.has(traversal.root)) continue;
      const at = (range: Range) => placeOf(value.source, range);
      const reference = parseReference(traversal);
      if (!isReferenceProblem(reference)) found.push({ at, traversal, reference });
      else messages.push(errorMessage(at(reference.range), reference.summary, reference.detail));
    }
  }
  if (messages.length > 0) return messages;
  const report = (check: (found: Found) => readonly ReferenceProblem[]) => {
    for (const item of found) {
      for (const { summary, detail, range } of check(item)) {
        messages.push(errorMessage(item.at(range), summary, detail));
      }
    }
  };
  // What can be told of resources and modules comes first: with mistakes there, Terraform does not look at the rest.
  report((item) => declaredProblems(item, unit));
  if (messages.length === 0) report((item) => nameProblems(item, unit));
  if (messages.length === 0 && own !== undefined) report((item) => selfReference(item, unit, own));
  return messages;
}

/** displayModule names a module in a sentence. */
function displayModule({ address }: ModuleNode): string {
  return address === '' ? 'the root module' : address;
}

function declaredProblems({ traversal, reference }: Found, { module, self }: Unit): ReferenceProblem[] {
  const range = referenceRange(traversal, reference);
  switch (reference.kind) {
    case 'module': {
      if (module.config.calls.has(reference.name)) return [];
      const suggestion = didYouMean(reference.name, module.config.calls.keys());
      const detail = `No module call named "${reference.name}" is declared in ${displayModule(module)}.${suggestion}`;
      return [{ summary: 'Reference to undeclared module', detail, range }];
    }
    case 'resource': {
      const resource = module.config.resources.get(reference.key);
      if (resource === undefined) return [undeclaredResource(reference, module, range)];
      return [...keyProblems(traversal, reference, resource, range), ...attributeProblems(traversal, reference)];
    }
    case 'self':
      if (self === true) return [];
      return [
        { summary: 'Invalid "self" reference', detail: SELF, range },
        ...(self === 'nameless'
          ? [{ summary: 'Unknown variable', detail: 'There is no variable named "self".', range }]
          : []),
      ];
    default:
      return [];
  }
}

const SELF =
  'The "self" object is not available in this context. This object can be used only in resource provisioner, connection, and postcondition blocks.';

type ResourceReference = Extract<Reference, { kind: 'resource' }>;

function undeclaredResource(
  { mode, type, name }: ResourceReference,
  module: ModuleNode,
  range: Range,
): ReferenceProblem {
  const data = mode === 'managed' && module.config.resources.has(`data.${type}.${name}`);
  const hint = data ? `\n\nDid you mean the data resource data.${type}.${name}?` : '';
  const detail = `A ${mode} resource "${type}" "${name}" has not been declared in ${displayModule(module)}.${hint}`;
  return { summary: 'Reference to undeclared resource', detail, range };
}

/** Instances of a repeated resource are told apart by keys; a single one has none. */
function keyProblems(
  { steps }: Traversal,
  { key, instance, steps: named }: ResourceReference,
  { count, forEach }: Resource,
  range: Range,
): ReferenceProblem[] {
  const repeated = count !== undefined ? 'count' : forEach !== undefined ? 'for_each' : undefined;
  if (repeated === undefined) {
    if (instance === undefined) return [];
    const detail = `Because ${key} does not have "count" or "for_each" set, references to it must not include an index key. Remove the bracketed index to refer to the single instance of this resource.`;
    return [{ summary: 'Unexpected resource instance key', detail, range }];
  }
  if (instance !== undefined || attributeName(steps[named]) === undefined) return [];
  const example = `${key}[${repeated === 'count' ? 'count.index' : 'each.key'}]`;
  const detail = `Because ${key} has "${repeated}" set, its attributes must be accessed on specific instances.\n\nFor example, to correlate with indices of a referring resource, use:\n    ${example}`;
  return [{ summary: 'Missing resource instance key', detail, range }];
}

/** Of a type that is built into Terraform, it is known which attributes there are. */
function attributeProblems({ steps }: Traversal, reference: ResourceReference): ReferenceProblem[] {
  const attributes = attributesOf(reference.mode, reference.type);
  const step = steps[reference.steps + (reference.instance === undefined ? 0 : 1)];
  const name = attributeName(step);
  if (attributes === undefined || step === undefined || name === undefined) return [];
  const names = [...attributes.keys()];
  if (!attributes.has(name)) {
    const detail = `This object has no argument, nested block, or exported attribute named "${name}".${didYouMean(name, names)}`;
    return [{ summary: 'Unsupported attribute', detail, range: step }];
  }
  const next = steps[steps.indexOf(step) + 1];
  const type = attributes.get(name)?.type;
  if (type?.kind !== 'string' || next === undefined) return [];
  return next.kind === 'attribute-step'
    ? [
        {
          summary: 'Unsupported attribute',
          detail: "Can't access attributes on a primitive-typed value (string).",
          range: next,
        },
      ]
    : [{ summary: 'Invalid index', detail: 'This value does not have any indices.', range: next }];
}

function nameProblems({ traversal, reference }: Found, { module, repetition }: Unit): ReferenceProblem[] {
  const range = referenceRange(traversal, reference);
  switch (reference.kind) {
    case 'variable': {
      const { name } = reference;
      if (module.config.variables.has(name)) return [];
      const suggestion = nameSuggestion(name, module.config.variables.keys());
      const hint =
        suggestion === undefined
          ? `This variable can be declared with a variable "${name}" {} block.`
          : `Did you mean "${suggestion}"?`;
      const detail = `An input variable with the name "${name}" has not been declared. ${hint}`;
      return [{ summary: 'Reference to undeclared input variable', detail, range }];
    }
    case 'local': {
      const { name } = reference;
      if (module.config.locals.has(name)) return [];
      const hint = didYouMean(name, module.config.locals.keys());
      const detail = `A local value with the name "${name}" has not been declared.${hint}`;
      return [{ summary: 'Reference to undeclared local value', detail, range }];
    }
    case 'count':
    case 'each':
    case 'path':
    case 'terraform': {
      const problem = objectProblem(reference.kind, reference.name, repetition);
      return problem === undefined ? [] : [{ ...problem, range }];
    }
    default:
      return [];
  }
}

/** objectProblem says what is wrong with an attribute of one of the objects that Terraform itself provides. */
function objectProblem(
  kind: 'count' | 'each' | 'path' | 'terraform',
  name: string,
  repetition: Unit['repetition'],
): { readonly summary: string; readonly detail: string } | undefined {
  switch (kind) {
    case 'count':
      if (name !== 'index') {
        const detail = `The "count" object does not have an attribute named "${name}". The only supported attribute is count.index, which is the index of each instance of a resource block that has the "count" argument set.`;
        return { summary: 'Invalid "count" attribute', detail };
      }
      return repetition === 'count'
        ? undefined
        : { summary: 'Reference to "count" in non-counted context', detail: COUNT };
    case 'each':
      if (name !== 'key' && name !== 'value') {
        const detail = `The "each" object does not have an attribute named "${name}". The supported attributes are each.key and each.value, the current key and value pair of the "for_each" attribute set.`;
        return { summary: 'Invalid "each" attribute', detail };
      }
      if (repetition === 'each') return undefined;
      return name === 'value'
        ? { summary: 'each.value cannot be used in this context', detail: EACH_VALUE }
        : { summary: 'Reference to "each" in context without for_each', detail: EACH };
    case 'path': {
      const names = ['module', 'root', 'cwd'];
      if (names.includes(name)) return undefined;
      const detail = `The "path" object does not have an attribute named "${name}".${didYouMean(name, ['cwd', 'module', 'root'])}`;
      return { summary: 'Invalid "path" attribute', detail };
    }
    case 'terraform': {
      if (name === 'workspace' || name === 'applying') return undefined;
      return {
        summary: 'Invalid "terraform" attribute',
        detail: name === 'env' ? TERRAFORM_ENV : terraformDetail(name),
      };
    }
  }
}

const COUNT =
  'The "count" object can only be used in "module", "resource", and "data" blocks, and only when the "count" argument is set.';
const EACH =
  'The "each" object can be used only in "module" or "resource" blocks, and only when the "for_each" argument is set.';
const EACH_VALUE =
  'A reference to "each.value" has been used in a context in which it is unavailable, such as when the configuration no longer contains the value in its "for_each" expression. Remove this reference to each.value in your configuration to work around this error.';
const TERRAFORM_ENV =
  'The terraform.env attribute was deprecated in v0.10 and removed in v0.12. The "state environment" concept was renamed to "workspace" in v0.12, and so the workspace name can now be accessed using the terraform.workspace attribute.';

function terraformDetail(name: string): string {
  return `The "terraform" object does not have an attribute named "${name}". The only supported attributes are terraform.workspace, the name of the currently-selected workspace, and terraform.applying, a boolean which is true only during apply.`;
}

/** A block may not use its own result. */
function selfReference(
  { traversal, reference }: Found,
  unit: Unit,
  { declaration, key }: ConfigNode,
): ReferenceProblem[] {
  const range = referenceRange(traversal, reference);
  if (declaration.kind === 'local' && reference.kind === 'local' && reference.name === declaration.local.name) {
    const detail = `Local value ${key} cannot use its own result as part of its expression.`;
    return [{ summary: 'Self-referencing local value', detail, range }];
  }
  if (declaration.kind !== 'resource' || reference.kind !== 'resource' || reference.key !== key || unit.self === true)
    return [];
  const instance = reference.instance === undefined ? '' : `[${keyText(reference.instance)}]`;
  const detail = `Configuration for ${key}${instance} may not refer to itself.`;
  return [{ summary: 'Self-referential block', detail, range }];
}

function keyText(key: NonNullable<ResourceReference['instance']>): string {
  return key.kind === 'string' ? JSON.stringify(key.value) : key.kind === 'number' ? key.text : String(key.kind);
}
