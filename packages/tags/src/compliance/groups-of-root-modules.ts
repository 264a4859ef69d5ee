import type { JudgedResources } from '../check-resources.ts';
import { type ComplianceGroups, complianceGroups } from './compliance-groups.ts';

/** What groups are made of: one root module, or several whose subjects are told apart by prefixes. */
export type GroupedResources = Pick<JudgedResources, 'input' | 'ownersOf' | 'taggability' | 'prefix'>;

/** Groups the resources of root modules by their owners and modules. Of several, each root module is a module of its own. */
export function groupsOfRootModules(all: readonly GroupedResources[], ownerTag?: string): ComplianceGroups {
  const groups = all.map(({ input, ownersOf, taggability, prefix = '' }) => {
    const found = complianceGroups(input, {
      ...(ownersOf === undefined ? {} : { ownersOf }),
      ...(taggability === undefined ? {} : { taggability }),
      ...(ownerTag === undefined ? {} : { ownerTag }),
    });
    if (prefix === '') return found;
    const prefixed = <Value>(map: ReadonlyMap<string, Value>) =>
      [...map].map(([address, value]) => [`${prefix}${address}`, value] as const);
    const nameOf = (module: string | null) => (module === null ? prefix.replace(/:$/, '') : `${prefix}${module}`);
    return {
      ownersFrom: found.ownersFrom,
      owners: new Map(prefixed(found.owners)),
      modules: new Map(prefixed(found.modules).map(([address, module]) => [address, nameOf(module)])),
    };
  });
  return {
    ownersFrom: groups.find(({ ownersFrom }) => ownersFrom !== null)?.ownersFrom ?? null,
    owners: new Map(groups.flatMap(({ owners }) => [...owners])),
    modules: new Map(groups.flatMap(({ modules }) => [...modules])),
  };
}
