import { tagPolicyTypes } from './tag-policy-types.gen.ts';

/** Terraform's types of a list in a tag policy. */
export interface NamedTypes {
  /** Sorted. */
  readonly types: readonly string[];
  /** Names for which Terraform has no type that carries tags. */
  readonly without: readonly string[];
}

/** Finds the types of names such as `ec2:instance`, `ec2:*`, `ec2:ALL_SUPPORTED` and `ALL_SUPPORTED`. */
export function typesOf(names: readonly string[]): NamedTypes {
  const types = new Set<string>();
  const without: string[] = [];
  for (const name of names) {
    const found = Object.entries(tagPolicyTypes)
      .filter(([known]) => isNamed(known, name))
      .flatMap(([, list]) => list.split(' ').filter((type) => type !== ''));
    if (found.length === 0) without.push(name);
    for (const type of found) types.add(type);
  }
  return { types: [...types].sort(), without };
}

function isNamed(known: string, name: string): boolean {
  const [service, type] = name.split(':');
  if (type === undefined) return service === 'ALL_SUPPORTED' || service === '*';
  if (type !== '*' && type !== 'ALL_SUPPORTED') return known === name;
  return service === '*' || known.startsWith(`${service}:`);
}
