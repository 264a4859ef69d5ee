import { didYouMean } from '@tollgate/hcl';
import { attributesOf } from '../built-in-schema.ts';
import type { Resource } from '../config/resource.ts';
import { errorMessage, type Message } from '../message.ts';

/** checkArguments reports arguments that a resource type of Terraform's built-in provider does not have, and those it needs. */
export function checkArguments({ mode, type, body, missingAt }: Resource): Message[] {
  const schema = attributesOf(mode, type);
  if (schema === undefined) return [];
  const given = new Set(body.attributes.map(({ name }) => name));
  const unused = [...schema.keys()].filter((name) => !given.has(name));
  const messages: Message[] = [];
  /** Reported only where everything else is right. */
  const computed: Message[] = [];
  for (const [name, { use }] of schema) {
    if (use !== 'required' || given.has(name)) continue;
    const detail = `The argument "${name}" is required, but no definition was found.`;
    messages.push(errorMessage(missingAt, 'Missing required argument', detail));
  }
  for (const { name, nameAt, value } of body.attributes) {
    const attribute = schema.get(name);
    if (attribute === undefined) {
      const detail = `An argument named "${name}" is not expected here.${didYouMean(name, unused)}`;
      messages.push(errorMessage(nameAt, 'Unsupported argument', detail));
    } else if (attribute.use === 'computed') {
      const detail = `Can't configure a value for "${name}": its value will be decided automatically based on the result of applying this configuration.`;
      const range = { source: value.source, range: value.expression };
      computed.push(errorMessage(range, 'Value for unconfigurable attribute', detail));
    }
  }
  for (const block of body.blocks) {
    const detail = `Blocks of type "${block.type}" are not expected here.`;
    messages.push(errorMessage(block.typeAt, 'Unsupported block type', detail));
  }
  return messages.length > 0 ? messages : computed;
}
