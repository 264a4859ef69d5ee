import { code, type Inline, text } from '@tollgate/policy-engine';
import { parseAddress, staticAddress } from '@tollgate/resources';

/** Instances of one block of which the same is to be told. */
export interface InstanceGroup<Resource> {
  /** The address, without the keys of instances where there are several. */
  readonly address: string;
  readonly first: Resource;
  readonly members: readonly Resource[];
}

/** Puts instances of one block together of which `told` is the same, in the order in which they come. */
export function instanceGroups<Resource extends { readonly address: string; readonly rootModule?: string }>(
  resources: readonly Resource[],
  told: (resource: Resource) => unknown,
): readonly InstanceGroup<Resource>[] {
  const groups = Map.groupBy(resources, (resource) =>
    JSON.stringify([resource.rootModule, blockAddress(resource.address), told(resource)]),
  );
  return [...groups.values()].flatMap((members) => {
    const [first, ...others] = members;
    if (first === undefined) return [];
    return [{ address: others.length === 0 ? first.address : blockAddress(first.address), first, members }];
  });
}

/** An address without the keys of instances. */
export function blockAddress(address: string): string {
  const parsed = parseAddress(address);
  return parsed === null ? address : staticAddress(parsed);
}

/** The name of a group: `aws_instance.web`, and how many instances it stands for. */
export function groupInlines({ address, members }: InstanceGroup<unknown>): readonly Inline[] {
  return members.length === 1 ? [code(address)] : [code(address), text(` × ${members.length.toLocaleString('en-US')}`)];
}
