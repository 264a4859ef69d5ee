import { type Block, type BodyAttribute, type BodyBlock, keywordOf, listOf, type Source } from '@tollgate/hcl';
import { errorMessage, type Message, messageOf, type Place, placeOf } from '../message.ts';
import { type BlockBody, nativeBlockBody } from './block-body.ts';
import { type CheckRule, readCheckRule } from './check-rule.ts';
import { type ConfigExpression, configExpression } from './config-expression.ts';
import { constantBool } from './constants.ts';
import { jsonBlockBody } from './json-block-body.ts';
import { type ProviderReference, readProviderReference } from './provider-reference.ts';
import { readReferences, type WrittenReference } from './written-references.ts';

export type ResourceMode = 'managed' | 'data' | 'ephemeral';

/** How often a block is to exist. */
export interface Repetition {
  readonly count: ConfigExpression | undefined;
  readonly forEach: ConfigExpression | undefined;
}

/** A `resource`, `data` or `ephemeral` block. */
export interface Resource extends Repetition {
  readonly mode: ResourceMode;
  readonly type: string;
  readonly name: string;
  /** As the configuration refers to it: `aws_instance.web`, `data.aws_ami.x`. */
  readonly key: string;
  readonly body: BlockBody;
  /** What `provisioner` and `connection` blocks say. It is never evaluated, but has to be right. */
  readonly provisioning: readonly BlockBody[];
  readonly provider: ProviderReference | undefined;
  readonly dependsOn: readonly WrittenReference[];
  readonly preconditions: readonly CheckRule[];
  readonly postconditions: readonly CheckRule[];
  readonly replaceTriggeredBy: readonly ConfigExpression[];
  /** Where a message about a missing argument points. */
  readonly missingAt: Place;
  /** The header of the block. */
  readonly at: Place;
  /** The whole block. */
  readonly block: Place;
}

const META = ['count', 'for_each', 'provider', 'depends_on'].map((name) => ({ name }));
const MANAGED_BLOCKS = [{ type: 'lifecycle' }, { type: 'connection' }, { type: 'provisioner', labels: ['type'] }];
const OTHER_BLOCKS = [{ type: 'lifecycle' }];
/** What is no argument of the resource type, by mode. `_` is a block that Terraform reserves for itself. */
const MANAGED_META = new Set([...META.map(({ name }) => name), 'lifecycle', 'connection', 'provisioner', '_']);
const OTHER_META = new Set([...META.map(({ name }) => name), 'lifecycle', '_']);

/** resourceKey gives the name by which a module refers to a resource. */
export function resourceKey(mode: ResourceMode, type: string, name: string): string {
  return mode === 'managed' ? `${type}.${name}` : `${mode}.${type}.${name}`;
}

/** readResource reads the block of a resource; `syntax` is its syntax tree where it is written in the native syntax. */
export function readResource(block: BodyBlock, syntax: Block | undefined, messages: Message[]): Resource {
  const mode = block.type === 'resource' ? 'managed' : block.type === 'data' ? 'data' : 'ephemeral';
  const [type = '', name = ''] = block.labels;
  const managed = mode === 'managed';
  const { attributes, blocks, diagnostics } = block.body.partialContent({
    attributes: META,
    blocks: managed ? MANAGED_BLOCKS : OTHER_BLOCKS,
  });
  messages.push(...diagnostics.map(messageOf));
  const leaveOut = managed ? MANAGED_META : OTHER_META;
  const body =
    syntax === undefined
      ? jsonBlockBody(block, messages, leaveOut)
      : nativeBlockBody(block.source, syntax.body, messages, leaveOut);
  const lifecycle = blocks
    .filter((nested) => nested.type === 'lifecycle')
    .map((nested) => readLifecycle(nested, managed, messages));
  const provider = attributes.get('provider');
  return {
    mode,
    type,
    name,
    key: resourceKey(mode, type, name),
    ...readRepetition(attributes, 'resources', messages),
    body,
    provisioning: syntax === undefined ? [] : readProvisioning(block.source, syntax, messages),
    provider: provider === undefined ? undefined : readProviderReference(provider.value, messages),
    dependsOn: readDependsOn(attributes.get('depends_on'), messages),
    preconditions: lifecycle.flatMap(({ preconditions }) => preconditions),
    postconditions: lifecycle.flatMap(({ postconditions }) => postconditions),
    replaceTriggeredBy: lifecycle.flatMap(({ replaceTriggeredBy }) => replaceTriggeredBy),
    missingAt: placeOf(block.source, block.body.missingItemRange),
    at: placeOf(block.source, block.headerRange),
    block: placeOf(block.source, block.range),
  };
}

const PROVISIONING = new Set(['provisioner', 'connection']);
/** Arguments of provisioners whose values are words, not expressions. */
const PROVISIONER_WORDS = new Set(['when', 'on_failure']);

function readProvisioning(source: Source, { body }: Block, messages: Message[]): BlockBody[] {
  return body.blocks
    .filter(({ type }) => PROVISIONING.has(type))
    .map((block) => nativeBlockBody(source, block.body, messages, PROVISIONER_WORDS));
}

/** readRepetition reads `count` and `for_each`, of which only one may be given. */
export function readRepetition(
  attributes: ReadonlyMap<string, BodyAttribute>,
  what: 'resources' | 'modules',
  messages: Message[],
): Repetition {
  const count = attributes.get('count');
  const forEach = attributes.get('for_each');
  if (count !== undefined && forEach !== undefined) {
    messages.push(
      errorMessage(
        placeOf(forEach.source, forEach.nameRange),
        'Invalid combination of "count" and "for_each"',
        'The "count" and "for_each" meta-arguments are mutually-exclusive, only one should be used to be explicit about ' +
          `the number of ${what} to be created.`,
      ),
    );
  }
  return {
    count: count === undefined ? undefined : configExpression(count.value, messages),
    forEach: forEach === undefined || count !== undefined ? undefined : configExpression(forEach.value, messages),
  };
}

/** readDependsOn reads a `depends_on` list. */
export function readDependsOn(attribute: BodyAttribute | undefined, messages: Message[]): readonly WrittenReference[] {
  return attribute === undefined ? [] : readReferences(attribute.value, messages);
}

interface Lifecycle {
  readonly preconditions: readonly CheckRule[];
  readonly postconditions: readonly CheckRule[];
  readonly replaceTriggeredBy: readonly ConfigExpression[];
}

const LIFECYCLE = ['create_before_destroy', 'prevent_destroy', 'ignore_changes', 'replace_triggered_by'];

function readLifecycle(block: BodyBlock, managed: boolean, messages: Message[]): Lifecycle {
  const { attributes, blocks, diagnostics } = block.body.content({
    attributes: managed ? LIFECYCLE.map((name) => ({ name })) : [],
    blocks: [{ type: 'precondition' }, { type: 'postcondition' }],
  });
  messages.push(...diagnostics.map(messageOf));
  constantBool(attributes.get('create_before_destroy'), messages);
  constantBool(attributes.get('prevent_destroy'), messages);
  const ignored = attributes.get('ignore_changes');
  if (ignored !== undefined && keywordOf(ignored.value) !== 'all') readReferences(ignored.value, messages);
  const rules = (type: string): CheckRule[] =>
    blocks
      .filter((nested) => nested.type === type)
      .map((nested) => readCheckRule(nested, messages))
      .filter((rule) => rule !== undefined);
  const triggers = attributes.get('replace_triggered_by');
  return {
    preconditions: rules('precondition'),
    postconditions: rules('postcondition'),
    replaceTriggeredBy: triggers === undefined ? [] : readTriggers(triggers, messages),
  };
}

const ALLOWED_TRIGGERS = new Set(['count.index', 'each.key']);
const NO_RESOURCES = new Set([
  'var',
  'local',
  'module',
  'data',
  'path',
  'terraform',
  'self',
  'count',
  'each',
  'ephemeral',
]);

/** A replacement is triggered by resources only. */
function readTriggers(attribute: BodyAttribute, messages: Message[]): ConfigExpression[] {
  return (listOf(attribute.value) ?? []).map((item) => {
    const trigger = configExpression(item, messages);
    const names = trigger.references.map(({ root, steps: [step] }) => ({
      root,
      name: step?.kind === 'attribute-step' ? `${root}.${step.name}` : root,
    }));
    const at = placeOf(trigger.source, trigger.expression);
    for (const [index, { root, name }] of names.entries()) {
      const reference = trigger.references[index];
      if (reference === undefined || !NO_RESOURCES.has(root) || ALLOWED_TRIGGERS.has(name)) continue;
      messages.push(
        errorMessage(
          placeOf(trigger.source, reference),
          'Invalid reference in replace_triggered_by expression',
          'Only resources, count.index, and each.key may be used in replace_triggered_by.',
        ),
      );
    }
    if (names.length === 0 || names.some(({ root }) => !NO_RESOURCES.has(root))) return trigger;
    const detail = 'Missing resource reference in replace_triggered_by expression.';
    messages.push(errorMessage(at, 'Invalid replace_triggered_by expression', detail));
    return trigger;
  });
}
