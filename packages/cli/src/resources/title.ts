import type { PresentResources } from './read-resources.ts';

/** What was read, for the first line of a result: `infra at main in workspace prod`, `plan plan.json`. */
export function titleOf(
  { input, folder }: Pick<PresentResources, 'input' | 'folder'>,
  { workspace, ref }: { readonly workspace?: string; readonly ref?: string },
): string {
  switch (input.kind) {
    case 'plan':
      return `plan ${input.plan.file}`;
    case 'state':
      return `state ${input.state.file}`;
    case 'configuration': {
      const commit = ref === undefined ? '' : ` at ${ref}`;
      return `${folder}${commit}${workspace === undefined ? '' : ` in workspace ${workspace}`}`;
    }
  }
}
