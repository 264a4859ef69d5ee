import type { PolicyTree, PolicyTreeEntry } from '../src/packs/policy-tree.ts';

/** A tree of texts by their paths. Names come in the reverse of their order, as a file system may give them. */
export function memoryTree(
  files: Readonly<Record<string, string | Uint8Array>>,
  links: Readonly<Record<string, PolicyTreeEntry['kind']>> = {},
): PolicyTree {
  return {
    readFile(path) {
      const content = files[path];
      return typeof content === 'string' ? Buffer.from(content) : content;
    },
    listFolder(path) {
      const prefix = path === '' ? '' : `${path}/`;
      const entries = new Map<string, PolicyTreeEntry>();
      for (const file of Object.keys(files).filter((name) => name.startsWith(prefix))) {
        const [name = '', ...rest] = file.slice(prefix.length).split('/');
        entries.set(name, { name, kind: rest.length === 0 ? 'file' : 'folder' });
      }
      for (const [link, kind] of Object.entries(links)) {
        const name = link.slice(prefix.length);
        if (link.startsWith(prefix) && !name.includes('/')) entries.set(name, { name, kind, isLink: true });
      }
      if (entries.size === 0 && path !== '') return undefined;
      return [...entries.values()].sort((a, b) => (a.name < b.name ? 1 : -1));
    },
  };
}
