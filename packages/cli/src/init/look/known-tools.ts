import type { SourceTree } from '@tollgate/terraform';
import facts from '../../../data/known-tools.json' with { type: 'json' };

/** The names of the tools that a repository is used with, by the files at its top and the keys of its tags. */
export function toolsIn(tree: SourceTree, tagKeys: ReadonlySet<string>): readonly string[] {
  const names = new Set((tree.listFolder('') ?? []).map(({ name }) => name));
  return facts.tools
    .filter(({ files, tags }) => files.some((file) => names.has(file)) || tags.some((key) => tagKeys.has(key)))
    .map(({ name }) => name);
}

const written: ReadonlySet<string> = new Set(facts.tools.flatMap(({ tags }) => tags));

/** Whether a tool writes the tag by itself, so that nobody needs to be asked for it. */
export function isWrittenByTool(key: string): boolean {
  return written.has(key);
}
