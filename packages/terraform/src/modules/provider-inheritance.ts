import type { ProviderBlock } from './config/provider.ts';
import { providerKey } from './config/provider-reference.ts';
import type { Resource } from './config/resource.ts';
import type { ModuleNode } from './module-tree.ts';

/** A provider as one module calls it. */
export interface LocalProvider {
  readonly name: string;
  readonly alias: string | undefined;
}

/** A `provider` block and the module in which it stands. */
export interface FoundProvider {
  readonly module: ModuleNode;
  readonly provider: ProviderBlock;
}

/** providerOf gives the provider of a resource: the one it names, or the one that its type begins with. */
export function providerOf({ type, provider }: Resource): LocalProvider {
  if (provider !== undefined) return { name: provider.name, alias: provider.alias };
  return { name: type.split('_', 1)[0] ?? type, alias: undefined };
}

/** providerSource gives the full address of a provider that a module calls by a name. */
export function providerSource({ config }: ModuleNode, name: string): string {
  const written = config.requiredProviders.get(name)?.source ?? (name === 'terraform' ? BUILT_IN : `hashicorp/${name}`);
  const parts = written.toLowerCase().split('/');
  if (parts.length === 1) return `${DEFAULT_HOST}/hashicorp/${written}`;
  return parts.length === 2 ? `${DEFAULT_HOST}/${parts.join('/')}` : parts.join('/');
}

const DEFAULT_HOST = 'registry.terraform.io';
const BUILT_IN = 'terraform.io/builtin/terraform';

/**
 * findProvider finds the `provider` block that configures a provider in a module: its own, one that the call hands down, or
 * the default one of a module above. Undefined when nobody wrote one.
 */
export function findProvider(module: ModuleNode, { name, alias }: LocalProvider): FoundProvider | undefined {
  const own = module.config.providers.get(providerKey(name, alias));
  if (own !== undefined) return { module, provider: own };
  const { parent, call } = module;
  if (parent === undefined) return undefined;
  const passed = call?.providers?.find(({ inChild }) => inChild.name === name && inChild.alias === alias);
  if (passed !== undefined) return findProvider(parent, passed.inParent);
  if (alias !== undefined) return undefined;
  return findProvider(parent, { name: nameInParent(module, parent, name), alias: undefined });
}

/** The caller may call the same provider by another name. */
function nameInParent(module: ModuleNode, parent: ModuleNode, name: string): string {
  const source = providerSource(module, name);
  if (providerSource(parent, name) === source) return name;
  for (const other of parent.config.requiredProviders.keys())
    if (providerSource(parent, other) === source) return other;
  return name;
}
