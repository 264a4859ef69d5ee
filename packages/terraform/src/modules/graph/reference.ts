import type { LiteralKey, Range, Step, Traversal } from '@tollgate/hcl';
import type { Problem } from '../../expressions/index.ts';
import { type ResourceMode, resourceKey } from '../config/resource.ts';

/** What a reference means, by its first steps. `steps` says how many of them belong to the name. */
export type Reference =
  | {
      readonly kind: 'variable' | 'local' | 'count' | 'each' | 'path' | 'terraform';
      readonly name: string;
      readonly steps: number;
    }
  | { readonly kind: 'self'; readonly steps: 0 }
  | {
      readonly kind: 'resource';
      readonly mode: ResourceMode;
      readonly type: string;
      readonly name: string;
      /** `aws_instance.web`, `data.aws_ami.x`. */
      readonly key: string;
      readonly instance: LiteralKey | undefined;
      /** Up to the name; the key of an instance comes after it. */
      readonly steps: number;
    }
  | {
      readonly kind: 'module';
      readonly name: string;
      readonly instance: LiteralKey | undefined;
      readonly output: string | undefined;
      readonly steps: number;
    };

/** What is wrong with a reference, and where. */
export interface ReferenceProblem extends Problem {
  readonly range: Range;
}

/** isReferenceProblem tells whether a reference could not be understood. */
export function isReferenceProblem(parsed: Reference | ReferenceProblem): parsed is ReferenceProblem {
  return 'summary' in parsed;
}

const SINGLE = {
  var: 'variable',
  local: 'local',
  count: 'count',
  each: 'each',
  path: 'path',
  terraform: 'terraform',
} as const;
const MODES = { data: 'data', ephemeral: 'ephemeral', resource: 'managed' } as const;
const MODE_NOUNS = {
  data: 'the data source type and the resource name',
  ephemeral: 'the ephemeral resource type and the resource name',
  resource: 'the resource type and the resource name',
} as const;

/** parseReference understands a reference. */
export function parseReference(traversal: Traversal): Reference | ReferenceProblem {
  const { root, steps } = traversal;
  if (isKeyOf(SINGLE, root)) {
    const name = singleAttribute(traversal);
    return typeof name === 'string' ? { kind: SINGLE[root], name, steps: 1 } : name;
  }
  if (isKeyOf(MODES, root)) {
    const [type, name] = steps.map(attributeName);
    if (type !== undefined && name !== undefined) return resource(MODES[root], type, name, steps, 2);
    const detail = `The "${root}" object must be followed by two attribute names: ${MODE_NOUNS[root]}.`;
    return invalid(wholeRange(traversal), detail);
  }
  switch (root) {
    case 'self':
      return { kind: 'self', steps: 0 };
    case 'module':
      return parseModule(traversal);
    case 'template':
    case 'lazy':
    case 'arg':
      return {
        summary: 'Reserved symbol name',
        detail:
          `The symbol name "${root}" is reserved for use in a future Terraform version. If you are using a provider that ` +
          'already uses this as a resource type name, add the prefix "resource." to force interpretation as a resource type name.',
        range: { start: traversal.start, end: traversal.rootEnd },
      };
  }
  const name = attributeName(steps[0]);
  if (name !== undefined) return resource('managed', root, name, steps, 1);
  return invalid(
    wholeRange(traversal),
    'A reference to a resource type must be followed by at least one attribute access, specifying the resource name.',
  );
}

/** referenceRange is what messages about a reference point at: its name, with the key of an instance or an output. */
export function referenceRange({ start, rootEnd, steps }: Traversal, reference: Reference): Range {
  const withKey =
    (reference.kind === 'resource' || reference.kind === 'module') && reference.instance !== undefined ? 1 : 0;
  const withOutput = reference.kind === 'module' && reference.output !== undefined ? 1 : 0;
  const last = steps[reference.steps + withKey + withOutput - 1];
  return { start, end: last?.end ?? rootEnd };
}

/** attributeName gives the name of an attribute step. */
export function attributeName(step: Step | undefined): string | undefined {
  return step?.kind === 'attribute-step' ? step.name : undefined;
}

function resource(mode: ResourceMode, type: string, name: string, all: readonly Step[], steps: number): Reference {
  const key = all[steps];
  const instance = key?.kind === 'index-step' ? key.key : undefined;
  return { kind: 'resource', mode, type, name, key: resourceKey(mode, type, name), instance, steps };
}

function parseModule(traversal: Traversal): Reference | ReferenceProblem {
  const name = singleAttribute(traversal);
  if (typeof name !== 'string') return name;
  const [, second, third] = traversal.steps;
  const instance = second?.kind === 'index-step' ? second.key : undefined;
  return { kind: 'module', name, instance, output: attributeName(instance === undefined ? second : third), steps: 1 };
}

function singleAttribute({ root, start, rootEnd, steps: [step] }: Traversal): string | ReferenceProblem {
  if (step === undefined) {
    return invalid(
      { start, end: rootEnd },
      `The "${root}" object cannot be accessed directly. Instead, access one of its attributes.`,
    );
  }
  return step.kind === 'attribute-step'
    ? step.name
    : invalid(step, `The "${root}" object does not support this operation.`);
}

function wholeRange({ start, end }: Traversal): Range {
  return { start, end };
}

function invalid(range: Range, detail: string): ReferenceProblem {
  return { summary: 'Invalid reference', detail, range: { start: range.start, end: range.end } };
}

function isKeyOf<T extends object>(object: T, key: PropertyKey): key is keyof T {
  return Object.hasOwn(object, key);
}
