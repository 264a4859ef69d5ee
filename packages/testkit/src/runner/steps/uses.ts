import { isAbsolute, join, resolve } from 'node:path';
import { RunnerError } from '../errors.ts';
import { BUILT_IN_ACTIONS, type StandIn } from '../stand-ins/stand-ins.ts';

/** What a `uses:` stands for. */
export type ResolvedAction =
  | { kind: 'local'; directory: string; path: string }
  | { kind: 'remote'; directory: string; repository: string; ref: string }
  | { kind: 'stand-in'; standIn: StandIn; repository: string; ref: string };

/**
 * resolveAction finds the action of a `uses:`: a folder of the workspace, what the caller maps, or a built-in
 * stand-in. A key of the map is a reference with or without its `@ref`, and may end in `*`; `<name>` stands for one
 * path segment, also in the folder it maps to.
 */
export function resolveAction(
  reference: string,
  workspace: string,
  actions: Readonly<Record<string, string | StandIn>>,
): ResolvedAction {
  if (reference.startsWith('./')) return { kind: 'local', directory: join(workspace, reference), path: reference };
  if (isAbsolute(reference)) {
    throw new RunnerError(`\`uses: ${reference}\` must be a path that begins with "./" or owner/name@ref.`);
  }
  if (reference.startsWith('docker://')) {
    throw new RunnerError(`\`uses: ${reference}\`: the harness runs no containers.`);
  }
  const [path = '', ref] = reference.split('@');
  const [owner, name] = path.split('/');
  if (owner === undefined || name === undefined || ref === undefined) {
    throw new RunnerError(`\`uses: ${reference}\` must have the form owner/name@ref or owner/name/folder@ref.`);
  }
  const repository = `${owner}/${name}`;
  for (const [pattern, target] of Object.entries(actions)) {
    const captured = matchReference(pattern, reference) ?? matchReference(pattern, path);
    if (captured === null) continue;
    if (typeof target === 'function') return { kind: 'stand-in', standIn: target, repository, ref };
    return { kind: 'remote', directory: resolve(target.replaceAll('<name>', captured)), repository, ref };
  }
  const standIn = BUILT_IN_ACTIONS[path.toLowerCase()];
  if (standIn !== undefined) return { kind: 'stand-in', standIn, repository, ref };
  throw new RunnerError(
    `\`uses: ${reference}\`: the harness does not know this action. Map it to a folder or a stand-in with the option \`actions\`.`,
  );
}

/** The text that `<name>` stands for; empty when the pattern has none, null when it does not match. */
function matchReference(pattern: string, text: string): string | null {
  const source = pattern
    .split(/(<name>|\*)/)
    .map((part) => (part === '<name>' ? '([^/@]+)' : part === '*' ? '.*' : part.replace(/[.+^${}()|[\]\\?]/g, '\\$&')))
    .join('');
  const match = new RegExp(`^${source}$`).exec(text);
  return match === null ? null : (match[1] ?? '');
}
