import { type Amount, amount, roundUp, smaller } from '../money/amount.ts';
import type { Attributes } from '../resource/attributes.ts';
import type { BilledResource } from '../resource/billed-resource.ts';
import { notTold } from '../resource/undetermined.ts';

/** How many tasks run on Fargate; the others run on instances, which are billed by themselves. */
export interface FargateTasks {
  readonly onDemand: Amount;
  readonly spot: Amount;
}

/** Where tasks may run: a capacity provider, the tasks that it gets first, and its weight for the rest. */
interface Provider {
  readonly kind: 'FARGATE' | 'FARGATE_SPOT' | 'other';
  readonly base: Amount;
  readonly weight: Amount;
}

const nothing = amount(0);
const fargate: Provider = { kind: 'FARGATE', base: nothing, weight: amount(1) };

/**
 * Divides tasks by what places them, in the order of ECS: the launch type, the strategy of the service (or task set), the default
 * strategy of the cluster. Without any of these tasks go to instances, unless the cluster has nothing but Fargate.
 */
export function fargateTasks(placers: readonly BilledResource[], count: Amount): FargateTasks {
  if (count.lte(0)) return { onDemand: nothing, spot: nothing };
  return divide(providersOf(placers), count);
}

function providersOf(placers: readonly BilledResource[]): readonly Provider[] {
  for (const placer of placers) {
    const launchType = placer.text('launch_type');
    if (launchType !== undefined) return launchType === 'FARGATE' ? [fargate] : [];
    const strategy = placer.blocks('capacity_provider_strategy');
    if (strategy.length > 0) return strategy.map(providerOf);
  }
  const named = placers.find((placer) => placer.has('cluster'));
  if (named === undefined) return [];
  const cluster = named.target('cluster', 'aws_ecs_cluster');
  if (cluster === undefined) notTold('no launch type is set, and the cluster is not in this configuration');
  const holders = [cluster, ...cluster.referrers('aws_ecs_cluster_capacity_providers', 'cluster_name')];
  const strategy = holders.flatMap((holder) => holder.blocks('default_capacity_provider_strategy'));
  if (strategy.length > 0) return strategy.map(providerOf);
  const names = holders.flatMap((holder) =>
    holder.has('capacity_providers') ? holder.texts('capacity_providers') : [],
  );
  const hasOnlyFargate = names.length > 0 && names.every((name) => name.startsWith('FARGATE'));
  return hasOnlyFargate ? [names.includes('FARGATE') ? fargate : { ...fargate, kind: 'FARGATE_SPOT' }] : [];
}

function providerOf(block: Attributes): Provider {
  const isOwn = block.target('capacity_provider', 'aws_ecs_capacity_provider') !== undefined;
  const name = isOwn ? undefined : block.text('capacity_provider');
  return {
    kind: name === 'FARGATE' || name === 'FARGATE_SPOT' ? name : 'other',
    base: block.number('base') ?? nothing,
    weight: block.number('weight') ?? nothing,
  };
}

/** The base first, then the rest by weight; a part of a task is a whole one, on demand before spot. */
function divide(providers: readonly Provider[], count: Amount): FargateTasks {
  const sum = (kind: Provider['kind'] | null, key: 'base' | 'weight') =>
    providers
      .filter((each) => kind === null || each.kind === kind)
      .reduce((total, each) => total.plus(each[key]), nothing);
  const weights = sum(null, 'weight');
  const [first] = providers;
  if (first === undefined) return { onDemand: nothing, spot: nothing };
  if (weights.lte(0)) {
    const kind = providers.find(({ base }) => base.gt(0))?.kind ?? first.kind;
    return { onDemand: kind === 'FARGATE' ? count : nothing, spot: kind === 'FARGATE_SPOT' ? count : nothing };
  }
  const base = smaller(sum(null, 'base'), count);
  const rest = count.minus(base);
  const part = (kind: Provider['kind']) =>
    smaller(sum(kind, 'base'), base).plus(roundUp(rest.times(sum(kind, 'weight')).div(weights)));
  const onDemand = smaller(part('FARGATE'), count);
  return { onDemand, spot: smaller(part('FARGATE_SPOT'), count.minus(onDemand)) };
}
