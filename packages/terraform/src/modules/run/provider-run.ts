import { DYNAMIC, unknownValue, type Value } from '../../values/index.ts';
import type { ProviderBlock } from '../config/provider.ts';
import { evaluateBody } from './evaluate-body.ts';
import { NO_NAMES } from './local-names.ts';
import type { ModuleRun } from './module-run.ts';

/** A `provider` block, evaluated: what tells where resources are, and how they are tagged. */
export interface ProviderValues {
  readonly provider: ProviderBlock;
  readonly region: Value | undefined;
  /** `tags` of `default_tags` (AWS), `default_labels` (Google). */
  readonly defaultTags: Value | undefined;
}

/** evaluateProvider evaluates a `provider` block. */
export function evaluateProvider(run: ModuleRun, provider: ProviderBlock): ProviderValues {
  const { values } = evaluateBody(run, provider.body, NO_NAMES, 'not kept');
  return { provider, region: values.get('region'), defaultTags: defaultTagsOf(values) };
}

/** brokenProvider stands for a block that cannot be evaluated. */
export function brokenProvider(provider: ProviderBlock, reason: string): ProviderValues {
  const unknown = unknownValue(DYNAMIC, [reason]);
  return { provider, region: unknown, defaultTags: unknown };
}

function defaultTagsOf(values: ReadonlyMap<string, Value>): Value | undefined {
  const labels = values.get('default_labels');
  if (labels !== undefined) return labels;
  const block = values.get('default_tags');
  if (block === undefined || block.kind === 'unknown') return block;
  // One block: in the native syntax a list of one, in JSON an object or a list.
  const [first] = block.kind === 'tuple' || block.kind === 'list' ? block.items : [block];
  if (first?.kind === 'unknown') return first;
  return first?.kind === 'object' ? first.entries.get('tags') : undefined;
}
