/** Names that people give to environments, where nothing tells which ones there are. */
export const usualEnvironments: readonly string[] = [
  'prod',
  'production',
  'live',
  'staging',
  'stage',
  'preprod',
  'uat',
  'qa',
  'test',
  'testing',
  'dev',
  'development',
  'sandbox',
];

/**
 * The environment of a root module: its workspace, or else the innermost of its folders that has the name of one. Null when none
 * has: what is for all environments belongs to none of them.
 *
 * @example
 * environmentOf({ folder: 'live/prod/network', workspace: 'default' }, ['prod', 'dev']); // 'prod'
 */
export function environmentOf(
  { folder, workspace }: { readonly folder: string; readonly workspace?: string },
  environments: readonly string[] = usualEnvironments,
): string | null {
  const names = [...folder.split('/'), ...(workspace === undefined ? [] : [workspace])];
  return names.findLast((name) => environments.includes(name)) ?? null;
}
