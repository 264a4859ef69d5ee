import type { Block, BodyBlock } from '@tollgate/hcl';
import { errorMessage, type Message, messageOf, type Place, placeOf } from '../message.ts';
import { type CheckRule, readCheckRule } from './check-rule.ts';
import { type Resource, readResource } from './resource.ts';

/** A `check` block: assertions that only warn. */
export interface Check {
  readonly name: string;
  /** The data source that only this check sees. */
  readonly data: Resource | undefined;
  readonly asserts: readonly CheckRule[];
  readonly at: Place;
}

/** readCheck reads a `check` block; `syntax` is its syntax tree where it is written in the native syntax. */
export function readCheck(block: BodyBlock, syntax: Block | undefined, messages: Message[]): Check {
  const { blocks, diagnostics } = block.body.content({
    blocks: [{ type: 'data', labels: ['type', 'name'] }, { type: 'assert' }],
  });
  messages.push(...diagnostics.map(messageOf));
  const [data, second] = blocks.filter(({ type }) => type === 'data');
  if (second !== undefined) {
    const at = placeOf(second.source, second.headerRange);
    messages.push(errorMessage(at, 'Multiple data resource blocks', 'This check block already has a data resource.'));
  }
  const asserts = blocks
    .filter(({ type }) => type === 'assert')
    .map((assertion) => readCheckRule(assertion, messages))
    .filter((rule) => rule !== undefined);
  const at = placeOf(block.source, block.headerRange);
  if (asserts.length === 0) {
    messages.push(errorMessage(at, 'Zero assert blocks', 'Check blocks must have at least one assert block.'));
  }
  const dataSyntax = syntax?.body.blocks.find(({ start }) => start === data?.range.start);
  return {
    name: block.labels[0] ?? '',
    data: data === undefined ? undefined : readResource(data, dataSyntax, messages),
    asserts,
    at,
  };
}
