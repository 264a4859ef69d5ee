import { parse } from 'yaml';
import { type Permissions, readPermissions } from '../metadata/permissions.ts';
import type { Markdown } from './markdown.ts';

/**
 * documentedPermissions reads the first YAML block under the heading "Permissions" of an action's README, a
 * `permissions:` key. It is undefined when the README has no such block.
 */
export function documentedPermissions(readme: Markdown): Permissions | undefined {
  const block = readme.blocks.find(
    ({ heading, language }) => heading?.toLowerCase() === 'permissions' && (language === 'yaml' || language === 'yml'),
  );
  if (block === undefined) return undefined;
  const document: unknown = parse(block.text);
  if (typeof document !== 'object' || document === null || !('permissions' in document)) return undefined;
  return readPermissions(document.permissions);
}
