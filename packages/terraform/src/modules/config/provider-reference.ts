import type { BodyValue, Source, Traversal } from '@tollgate/hcl';
import { errorMessage, type Message, type Place, placeOf } from '../message.ts';
import { readReference } from './written-references.ts';

/** The name of a provider configuration within a module: `aws`, `aws.west`. */
export interface ProviderReference {
  readonly name: string;
  readonly alias: string | undefined;
  readonly at: Place;
}

/** providerKey writes such a name. */
export function providerKey(name: string, alias: string | undefined): string {
  return alias === undefined ? name : `${name}.${alias}`;
}

/** readProviderReference reads `provider = aws.west`, also the old form in quotes. */
export function readProviderReference(value: BodyValue, messages: Message[]): ProviderReference | undefined {
  const written = readReference(value, messages);
  return written === undefined ? undefined : providerReference(written.source, written.traversal, messages);
}

/** providerReference understands a reference as the name of a provider configuration. */
function providerReference(
  source: Source,
  { root, steps, start, end }: Traversal,
  messages: Message[],
): ProviderReference | undefined {
  const [alias, second] = steps;
  const at = placeOf(source, { start, end });
  if (alias === undefined) return { name: root, alias: undefined, at };
  if (alias.kind === 'attribute-step' && second === undefined) return { name: root, alias: alias.name, at };
  messages.push(
    errorMessage(
      at,
      'Invalid provider configuration reference',
      'The provider argument requires a provider type name, optionally followed by a period and then a configuration alias.',
    ),
  );
  return undefined;
}
