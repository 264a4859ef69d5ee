import type { BodyBlock } from '@tollgate/hcl';
import { type Message, messageOf, type Place, placeOf } from '../message.ts';
import { type CheckRule, readCheckRule } from './check-rule.ts';
import { type ConfigExpression, configExpression } from './config-expression.ts';
import { constantBool, constantText } from './constants.ts';
import { readDependsOn } from './resource.ts';
import type { WrittenReference } from './written-references.ts';

/** An `output` block. */
export interface Output {
  readonly name: string;
  readonly value: ConfigExpression | undefined;
  readonly sensitive: boolean | undefined;
  readonly ephemeral: boolean | undefined;
  readonly dependsOn: readonly WrittenReference[];
  readonly preconditions: readonly CheckRule[];
  /** The header of the block. */
  readonly at: Place;
}

/** readOutput reads an `output` block. `override` blocks need not repeat the value. */
export function readOutput(block: BodyBlock, messages: Message[], override: boolean): Output {
  const { attributes, blocks, diagnostics } = block.body.content({
    attributes: [
      { name: 'value', required: !override },
      ...['description', 'depends_on', 'sensitive', 'ephemeral', 'deprecated'].map((name) => ({ name })),
    ],
    blocks: [{ type: 'precondition' }, { type: 'postcondition' }],
  });
  messages.push(...diagnostics.map(messageOf));
  constantText(attributes.get('description'), messages);
  const value = attributes.get('value');
  return {
    name: block.labels[0] ?? '',
    value: value === undefined ? undefined : configExpression(value.value, messages),
    sensitive: constantBool(attributes.get('sensitive'), messages),
    ephemeral: constantBool(attributes.get('ephemeral'), messages),
    dependsOn: readDependsOn(attributes.get('depends_on'), messages),
    preconditions: blocks
      .filter(({ type }) => type === 'precondition')
      .map((nested) => readCheckRule(nested, messages))
      .filter((rule) => rule !== undefined),
    at: placeOf(block.source, block.headerRange),
  };
}
