import type { Resource } from '../config/resource.ts';
import { errorMessage, type Message } from '../message.ts';
import type { ModuleNode } from '../module-tree.ts';
import { findProvider, providerOf, providerSource } from '../provider-inheritance.ts';

/** checkProvider reports a resource whose provider configuration nobody has written. A default one need not be written. */
export function checkProvider(module: ModuleNode, resource: Resource): Message[] {
  const { name, alias } = providerOf(resource);
  if (alias === undefined || resource.provider === undefined) return [];
  if (findProvider(module, { name, alias }) !== undefined || isExpected(module, name, alias)) return [];
  const address = `${module.address === '' ? '' : `${module.address}.`}${resource.key}`;
  const detail = `${address} is to be managed with the provider configuration ${name}.${alias} of ${providerSource(module, name)}, which does not exist. Write a provider "${name}" block with alias = "${alias}", or have the calling module hand one down.`;
  return [errorMessage(resource.provider.at, 'Provider configuration not present', detail)];
}

/** A root module can itself be made to be called, with configurations that its callers hand down. */
function isExpected(module: ModuleNode, name: string, alias: string): boolean {
  if (module.parent !== undefined) return false;
  const required = module.config.requiredProviders.get(name);
  return required?.aliases.some((expected) => expected.name === name && expected.alias === alias) ?? false;
}
