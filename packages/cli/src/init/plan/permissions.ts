import type { Permission } from './gate-setup.ts';

/** What a gate needs that comments on the pull request and annotates its lines. */
export const tellingPermissions: readonly Permission[] = [
  { scope: 'contents', access: 'read', reason: 'to check out' },
  { scope: 'pull-requests', access: 'write', reason: 'to comment' },
  { scope: 'checks', access: 'write', reason: 'to annotate the lines' },
];
