import type { SourceTree } from '../tree/index.ts';
import { joinFolder } from './module-path.ts';

/** Folders of installed modules by the path of calls that leads to them (`vpc.subnets`), relative to the root module. */
export type ModuleManifest = ReadonlyMap<string, string>;

/** readManifest reads what `terraform init` notes of the modules that it has installed; without it there are none. */
export function readManifest(tree: SourceTree, folder: string): ModuleManifest {
  const bytes = tree.readFile(joinFolder(folder, '.terraform/modules/modules.json'));
  const folders = new Map<string, string>();
  for (const entry of bytes === undefined ? [] : entriesOf(bytes)) {
    if (!isRecord(entry)) continue;
    const { Key: key, Dir: dir } = entry;
    if (typeof key === 'string' && typeof dir === 'string') folders.set(key, dir.replaceAll('\\', '/'));
  }
  return folders;
}

function entriesOf(bytes: Uint8Array): readonly unknown[] {
  try {
    const parsed: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return isRecord(parsed) && Array.isArray(parsed.Modules) ? parsed.Modules : [];
  } catch {
    return [];
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
