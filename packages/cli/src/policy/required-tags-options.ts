import { type OnUnknown, onUnknownValues } from '@tollgate/policy-engine';
import { Option } from 'commander';
import { UsageError } from '../error.ts';

/** Required keys of tags, as a short policy. */
export interface RequiredTagsOptions {
  readonly requiredTags?: readonly string[];
  readonly onUnknown: OnUnknown;
}

/** The options of every command that judges tags. */
export function requiredTagsOptions(): readonly Option[] {
  return [
    new Option(
      '--required-tags <keys>',
      'tag keys that every taggable resource must carry, separated by commas; short for such a policy',
    ).argParser(keysOf),
    new Option('--on-unknown <effect>', 'for --required-tags: what follows when a tag cannot be known before apply')
      .choices(onUnknownValues)
      .default('warn'),
  ];
}

function keysOf(text: string): readonly string[] {
  const keys = text
    .split(',')
    .map((key) => key.trim())
    .filter((key) => key !== '');
  if (keys.length === 0)
    throw new UsageError(
      `--required-tags names no key in "${text}". Write for example --required-tags Owner,CostCenter.`,
    );
  return [...new Set(keys)];
}
