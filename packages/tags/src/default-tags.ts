import { attribute, elements, isPresent } from './attribute.ts';
import type { Placement } from './placement.ts';
import { openTags } from './provider-defaults.ts';
import { noTags, readTags, type TagMap } from './tag-map.ts';
import type { TagSource } from './tag-source.ts';

/** The default tags that reach a resource, and why they may not be all. */
export function defaultTagsFor(source: TagSource, placement: Placement): TagMap {
  if (placement.effective === null) return noTags;
  const override = overriddenDefaults(source);
  if (override !== null) return override;
  const defaults = source.providerDefaults();
  if (defaults !== null) return defaults;
  // Without a configuration only a provider that has default tags at all leaves a doubt.
  const doubt = isPresent(attribute(placement.holder, placement.effective));
  return doubt ? openTags({ kind: 'no-configuration' }) : noTags;
}

/** The block with which an S3 object replaces the provider's default tags; null without it. */
function overriddenDefaults({ type, values }: TagSource): TagMap | null {
  if (!type.startsWith('aws_s3_object')) return null;
  const [override] = elements(attribute(values, 'override_provider'));
  if (override === undefined) return null;
  const [replaced = noTags] = elements(attribute(override, 'default_tags')).map((block) =>
    readTags(attribute(block, 'tags')),
  );
  return replaced;
}
