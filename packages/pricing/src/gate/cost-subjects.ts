import type { Subject } from '@tollgate/policy-engine';
import { type CostGroup, groupSubject } from './cost-group.ts';
import type { CostRun } from './cost-run.ts';
import type { CostSubject } from './cost-subject.ts';
import { resourceSubjects } from './resource-subjects.ts';

/**
 * Gives a change of the cost as subjects of policies: the total, each environment, each root module, each resource.
 *
 * - The total has the name `total`, and every policy without `match.resources` is about it.
 * - The others are judged only where `match.resources` takes them in: environments by `environment` or `environment:prod`, root modules
 *   by `root-module` or `root-module:infra/prod`, resources by type or address.
 * - What the change takes away is judged only by policies whose `match.actions` names `delete`.
 */
export function costSubjects(run: CostRun): readonly Subject<CostSubject>[] {
  const { change, environmentOf, roots } = run;
  // What could not be evaluated is an error of the run, and told as one.
  const affected = change.rootModules.filter((root) => 'after' in root);
  const byEnvironment = Map.groupBy(affected, ({ name }) => environmentOf(name));
  const resources = Map.groupBy(change.resources, ({ rootModule }) => rootModule);
  const group = (place: CostGroup['place'], rootModules: CostGroup['rootModules']) =>
    groupSubject(run, { place, rootModules, resources: rootModules.flatMap(({ name }) => resources.get(name) ?? []) });
  return [
    group({ scope: 'total', name: 'total', environment: null }, change.rootModules),
    ...[...byEnvironment].flatMap(([environment, rootModules]) =>
      environment === null ? [] : [group({ scope: 'environment', name: environment, environment }, rootModules)],
    ),
    ...affected.map((rootModule) => {
      const { name } = rootModule;
      return group({ scope: 'root-module', name, environment: environmentOf(name) }, [rootModule]);
    }),
    ...roots.flatMap((root) => resourceSubjects(run, root, resources.get(root.name) ?? [])),
  ];
}
