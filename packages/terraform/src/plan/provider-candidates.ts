import { modulePath } from './module-path.ts';
import type { Plan, PlannedResource, ProviderConfiguration } from './plan.ts';

/**
 * The provider configurations that a resource may be managed with. One, when the plan tells it. Several, when it does not: before
 * Terraform 1.1 not which one a module got from its caller, and for a module's own provider without arguments not whether it is
 * a block or only a requirement that the caller fulfils. None, when nobody wrote a `provider` block. Null, when the plan has no
 * configuration.
 */
export function providerCandidates(plan: Plan, resource: PlannedResource): readonly ProviderConfiguration[] | null {
  if (plan.providers === null) return null;
  const key = resource.providerConfigKey;
  const named = key === null ? undefined : plan.providers.get(key);
  if (named !== undefined && isBlock(named)) return [named];
  const path = (resource.module === null ? [] : modulePath(resource.module)) ?? [];
  const localName = key?.slice(key.lastIndexOf(':') + 1).split('.', 1)[0];
  const isSameProvider = (candidate: ProviderConfiguration) =>
    candidate.source === null
      ? candidate.name === resource.provider.name || candidate.name === localName
      : candidate.source === resource.provider.source;
  return [...plan.providers.values()].filter(
    (candidate) =>
      candidate === named ||
      (isBlock(candidate) &&
        isSameProvider(candidate) &&
        candidate.modulePath.every((name, index) => path[index] === name)),
  );
}

/** In the root module a provider without arguments is the same with and without a block. */
function isBlock(provider: ProviderConfiguration): boolean {
  return provider.configured || provider.modulePath.length === 0;
}
