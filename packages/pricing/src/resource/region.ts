import type { ResourceView } from '@tollgate/resources';
import { partAt } from './place.ts';

/** A region with where it is known from; `assumed` when nothing tells it. */
export interface FoundRegion {
  readonly region: string;
  readonly assumed: boolean;
}

/** The region that a resource is billed in: its own `region`, that of its provider, of its ARN, or of its availability zone. */
export function regionOf(view: ResourceView, defaultRegion: string): FoundRegion {
  const own = partAt(view.values, ['region']);
  const known =
    (typeof own === 'string' && own !== '' ? own : null) ?? view.provider.region ?? ofArn(view) ?? ofZone(view);
  return known === null ? { region: defaultRegion, assumed: true } : { region: known, assumed: false };
}

/** `arn:aws:ec2:eu-west-1:…`; the ARNs of global services have no region. */
function ofArn({ values }: ResourceView): string | null {
  const arn = partAt(values, ['arn']);
  return typeof arn === 'string' ? (/^arn:[^:]*:[^:]*:([^:]+):/.exec(arn)?.[1] ?? null) : null;
}

/** `eu-west-1a`. */
function ofZone({ values }: ResourceView): string | null {
  const zone = partAt(values, ['availability_zone']);
  return typeof zone === 'string' ? (/^([a-z]+(?:-[a-z]+)+-\d+)[a-z]$/.exec(zone)?.[1] ?? null) : null;
}
