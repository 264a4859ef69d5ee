import type { Block, BodyBlock } from '@tollgate/hcl';
import { errorMessage, type Message, messageOf, type Place, placeOf } from '../message.ts';
import { type BlockBody, nativeBlockBody } from './block-body.ts';
import { constantText } from './constants.ts';
import { jsonBlockBody } from './json-block-body.ts';
import { providerKey } from './provider-reference.ts';

/** A `provider` block. */
export interface ProviderBlock {
  readonly name: string;
  readonly alias: string | undefined;
  /** `aws`, `aws.west`. */
  readonly key: string;
  readonly body: BlockBody;
  /** The header of the block. */
  readonly at: Place;
  /** The whole block. */
  readonly block: Place;
}

const META = new Set(['alias', 'version', 'for_each', '_', 'count', 'depends_on', 'source']);

/** readProvider reads a `provider` block; `syntax` is its syntax tree where it is written in the native syntax. */
export function readProvider(block: BodyBlock, syntax: Block | undefined, messages: Message[]): ProviderBlock {
  const [name = ''] = block.labels;
  const { attributes, diagnostics } = block.body.partialContent({
    attributes: [...META].filter((meta) => meta !== '_').map((meta) => ({ name: meta })),
  });
  messages.push(...diagnostics.map(messageOf));
  for (const reserved of ['count', 'depends_on', 'for_each', 'source']) {
    const attribute = attributes.get(reserved);
    if (attribute === undefined) continue;
    const detail = `The provider argument name "${reserved}" is reserved for use by Terraform in a future version.`;
    messages.push(
      errorMessage(placeOf(attribute.source, attribute.nameRange), 'Reserved argument name in provider block', detail),
    );
  }
  const alias = constantText(attributes.get('alias'), messages);
  return {
    name,
    alias,
    key: providerKey(name, alias),
    body:
      syntax === undefined
        ? jsonBlockBody(block, messages, META)
        : nativeBlockBody(block.source, syntax.body, messages, META),
    at: placeOf(block.source, block.headerRange),
    block: placeOf(block.source, block.range),
  };
}
