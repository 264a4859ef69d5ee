import { relative } from 'node:path';
import { build, type Metafile, type OutputFile } from 'esbuild';
import { type BundleEntry, bundleOptions } from './bundle-options.ts';

/** What is built of an entry. */
export interface Bundle {
  /** The file that is started, and the chunks that it can load. */
  readonly files: readonly OutputFile[];
  /** Of these files alone. */
  readonly metafile: Metafile;
}

/**
 * Builds an entry, and writes nothing. esbuild makes a chunk of what any module imports by `import()`, also where that module's code is
 * left out of the bundle because nothing uses it; such chunks are none of the bundle.
 */
export async function buildBundle(root: string, entry: BundleEntry): Promise<Bundle> {
  const { outputFiles, metafile } = await build({ ...bundleOptions(root, entry), write: false });
  const loaded = reachable(metafile, entry.output, () => true);
  const outputs = Object.fromEntries(Object.entries(metafile.outputs).filter(([file]) => loaded.has(file)));
  const inputs = new Set(Object.values(outputs).flatMap((output) => Object.keys(output.inputs)));
  return {
    files: outputFiles.filter(({ path }) => loaded.has(relative(root, path))),
    metafile: {
      outputs,
      inputs: Object.fromEntries(Object.entries(metafile.inputs).filter(([file]) => inputs.has(file))),
    },
  };
}

/** The files that a file loads, with itself, by the kinds of imports that are followed. */
export function reachable(meta: Metafile, output: string, follow: (kind: string) => boolean): Set<string> {
  const found = new Set<string>();
  const visit = (file: string) => {
    if (found.has(file)) return;
    found.add(file);
    for (const { path, kind, external } of meta.outputs[file]?.imports ?? [])
      if (!external && follow(kind)) visit(path);
  };
  visit(output);
  return found;
}
