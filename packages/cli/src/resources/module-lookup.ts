import type { ResourceView } from '@tollgate/resources';

/** Gives the modules that resources are in, by their addresses; null for the root module. */
export function moduleLookup(views: readonly ResourceView[]): (address: string) => string | null {
  const modules = new Map(views.map(({ address, module }) => [address, module]));
  return (address) => modules.get(address) ?? null;
}
