import { isWrittenByTool } from '../look/known-tools.ts';
import type { KeyUse, ProviderUse } from '../look/provider-use.ts';

/** Keys of tags that a policy is to require. */
export interface KeyRule {
  /** What the types of the resources begin with; null for all resources. */
  readonly provider: string | null;
  readonly keys: readonly string[];
  /** Keys that are a custom of the repository block; a key to begin with only advises. */
  readonly level: 'hard-mandatory' | 'advisory';
}

/** A key that this share of the resources has, in percent, is a custom, when more than one resource has it. */
const customPercent = 60;

/** The rules that fit a repository: the keys that are its custom, or where it has none a key to begin with. */
export function proposedKeyRules(providers: readonly ProviderUse[]): readonly KeyRule[] {
  const tagged = providers.filter(({ taggable }) => taggable > 0);
  if (tagged.length === 0) return [firstRule(null)];
  return tagged.map((provider) => {
    const keys = provider.keys.filter(isCustom).map(({ key }) => key);
    return keys.length === 0 ? firstRule(provider.name) : { provider: provider.name, keys, level: 'hard-mandatory' };
  });
}

function isCustom({ key, resources, of }: KeyUse): boolean {
  // The one key that no policy can have: it means something else to JavaScript.
  if (key === '__proto__') return false;
  return resources > 1 && resources * 100 >= of * customPercent && !isWrittenByTool(key);
}

/** Somebody answers for the resource. Keys of Google's labels have no capital letters. */
function firstRule(provider: string | null): KeyRule {
  return { provider, keys: [provider === 'google' ? 'owner' : 'Owner'], level: 'advisory' };
}
