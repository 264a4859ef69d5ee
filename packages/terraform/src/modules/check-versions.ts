import { errorMessage, type Message } from './message.ts';
import type { ModuleTree } from './module-tree.ts';
import { allowsVersion, TERRAFORM_VERSION } from './version-constraint.ts';

/** checkVersions reports modules that are not made for the release whose rules are followed. */
export function checkVersions({ modules }: ModuleTree, strict: boolean): Message[] {
  const configs = new Set(modules.map(({ config }) => config));
  return [...configs].flatMap(({ requiredVersions }) =>
    requiredVersions.flatMap(({ constraint, at, valueAt }): Message[] => {
      const allowed = allowsVersion(constraint, TERRAFORM_VERSION);
      if (allowed === undefined) {
        const detail = 'This string does not use correct version constraint syntax.';
        return [errorMessage(valueAt, 'Invalid version constraint', detail)];
      }
      if (allowed) return [];
      const detail = `The module asks for Terraform ${constraint}. It is evaluated by the rules of Terraform ${TERRAFORM_VERSION}, which may differ from those of the release that it is made for.`;
      return [{ severity: strict ? 'error' : 'warning', summary: 'Unsupported Terraform Core version', detail, at }];
    }),
  );
}
