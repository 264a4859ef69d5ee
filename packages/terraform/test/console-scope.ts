import type { Step, Traversal } from '@tollgate/hcl';
import {
  findFunctionIn,
  type Problem,
  type Resolved,
  readVariables,
  type Scope,
  templateRenderer,
} from '../src/expressions/index.ts';
import {
  type FileReader,
  type FunctionContext,
  functionRegistry,
  terraformProviderFunctions,
} from '../src/functions/index.ts';
import { DYNAMIC, stringValue, unknownValue, type Value } from '../src/values/index.ts';

/** What the configuration around the expressions declares. */
export interface ConsoleOptions {
  readonly files: FileReader;
  readonly workingDirectory: string;
  readonly locals: ReadonlyMap<string, () => Value>;
  /** Resources by `type.name`, all of type `terraform_data`. */
  readonly resources: ReadonlyMap<string, ConsoleResource>;
  /** The values of a plan, where what changes at every apply is unknown. */
  readonly plan?: boolean;
  /** The built-in provider is among the required ones. */
  readonly terraformProvider?: boolean;
}

/** A resource and its value; `repeated` where it has `count` or `for_each`. */
export interface ConsoleResource {
  readonly value: Value;
  readonly repeated?: true;
}

/** consoleScope gives the scope of expressions in a root module, as the console and the outputs of a plan have it. */
export function consoleScope(options: ConsoleOptions): Scope {
  const functions = functionRegistry({ console: !options.plan });
  const providers = new Map(options.terraformProvider ? [['terraform', terraformProviderFunctions()]] : []);
  const now = () => new Date('2026-11-20T06:00:00Z');
  const findFunction = (name: string) => findFunctionIn({ functions, providers }, name);
  const context: FunctionContext = {
    files: options.files,
    workingDirectory: options.workingDirectory,
    readVariables,
    renderTemplate: templateRenderer(findFunction),
    ...(options.plan ? {} : { volatile: { now, uuid: () => '00000000-0000-4000-8000-000000000000' } }),
  };
  return {
    check: (reference) => problemsOf(reference, options),
    lookup: (reference) => lookup(reference, options),
    findFunction,
    context,
  };
}

const PATH = new Map([
  ['module', '.'],
  ['root', '.'],
]);

function attributeName(step: Step | undefined): string | undefined {
  return step?.kind === 'attribute-step' ? step.name : undefined;
}

function problemsOf({ root, steps }: Traversal, options: ConsoleOptions): Problem[] {
  const [first, second] = steps;
  const name = attributeName(first);
  switch (root) {
    case 'path':
      if (name === 'cwd' || (name !== undefined && PATH.has(name))) return [];
      return [
        {
          summary: 'Invalid "path" attribute',
          detail: `The "path" object does not have an attribute named "${name}".`,
        },
      ];
    case 'terraform':
      return name === 'workspace' ? [] : [{ summary: 'Invalid "terraform" attribute', detail: terraformDetail(name) }];
    case 'local':
      if (name !== undefined && options.locals.has(name)) return [];
      return [
        {
          summary: 'Reference to undeclared local value',
          detail: `A local value with the name "${name}" has not been declared.`,
        },
      ];
    case 'module':
      return [
        {
          summary: 'Reference to undeclared module',
          detail: `No module call named "${name}" is declared in the root module.`,
        },
      ];
    case 'each':
      return [{ summary: 'Reference to "each" in context without for_each', detail: EACH }];
    case 'count':
      return [{ summary: 'Reference to "count" in non-counted context', detail: COUNT }];
    case 'self':
      return [{ summary: 'Invalid "self" reference', detail: SELF }];
  }
  if (name === undefined) return [{ summary: 'Invalid reference', detail: RESOURCE }];
  const resource = options.resources.get(`${root}.${name}`);
  if (resource === undefined) {
    const detail = `A managed resource "${root}" "${name}" has not been declared in the root module.`;
    return [{ summary: 'Reference to undeclared resource', detail }];
  }
  if (second?.kind !== 'index-step') return attributeProblems(steps.slice(1));
  if (resource.repeated) return attributeProblems(steps.slice(2));
  const detail = `Because ${root}.${name} does not have "count" or "for_each" set, references to it must not include an index key. Remove the bracketed index to refer to the single instance of this resource.`;
  return [{ summary: 'Unexpected resource instance key', detail }];
}

/** References into a resource are checked against the schema of its type. */
function attributeProblems([attribute, inner]: readonly Step[]): Problem[] {
  const name = attributeName(attribute);
  if (name === undefined) return [];
  if (!TERRAFORM_DATA.has(name)) {
    const detail = `This object has no argument, nested block, or exported attribute named "${name}".`;
    return [{ summary: 'Unsupported attribute', detail }];
  }
  if (name !== 'id' || inner === undefined) return [];
  if (inner.kind === 'index-step')
    return [{ summary: 'Invalid index', detail: 'This value does not have any indices.' }];
  return [{ summary: 'Unsupported attribute', detail: "Can't access attributes on a primitive-typed value (string)." }];
}

const TERRAFORM_DATA = new Set(['id', 'input', 'output', 'triggers_replace']);

function terraformDetail(name: string | undefined): string {
  if (name === 'env') {
    return 'The terraform.env attribute was deprecated in v0.10 and removed in v0.12. The "state environment" concept was renamed to "workspace" in v0.12, and so the workspace name can now be accessed using the terraform.workspace attribute.';
  }
  return `The "terraform" object does not have an attribute named "${name}". The only supported attributes are terraform.workspace, the name of the currently-selected workspace, and terraform.applying, a boolean which is true only during apply.`;
}

const EACH =
  'The "each" object can be used only in "module" or "resource" blocks, and only when the "for_each" argument is set.';
const COUNT =
  'The "count" object can only be used in "module", "resource", and "data" blocks, and only when the "count" argument is set.';
const SELF =
  'The "self" object is not available in this context. This object can be used only in resource provisioner, connection, and postcondition blocks.';
const RESOURCE =
  'A reference to a resource type must be followed by at least one attribute access, specifying the resource name.';

function lookup({ root, steps }: Traversal, options: ConsoleOptions): Resolved | Problem {
  const name = attributeName(steps[0]) ?? '';
  switch (root) {
    case 'path': {
      const path = name === 'cwd' ? options.workingDirectory : PATH.get(name);
      return { value: stringValue(path ?? ''), steps: 1 };
    }
    case 'terraform':
      return { value: stringValue('default'), steps: 1 };
    case 'local':
      return { value: options.locals.get(name)?.() ?? unknownValue(DYNAMIC), steps: 1 };
  }
  return { value: options.resources.get(`${root}.${name}`)?.value ?? unknownValue(DYNAMIC), steps: 1 };
}
