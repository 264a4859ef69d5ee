import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { BuildOptions, Plugin } from 'esbuild';

/** The limit of a bundle's size with every chunk that it can load, in bytes. */
export const bundleSizeLimit = 1.5 * 1024 * 1024;

/** What is built, by output without its ending: the command and every action. */
export function bundleEntries(root: string): Readonly<Record<string, string>> {
  const actions = readdirSync(join(root, 'actions')).sort();
  return {
    'packages/cli/dist/tollgate': 'packages/cli/src/main.ts',
    ...Object.fromEntries(actions.map((name) => [`actions/${name}/dist/index`, `actions/${name}/src/index.ts`])),
  };
}

/** How everything is built in one call, so that what two entries need becomes a chunk of both. */
export function bundleOptions(root: string) {
  return {
    absWorkingDir: root,
    entryPoints: bundleEntries(root),
    outdir: root,
    chunkNames: 'dist/chunks/[name]-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node22',
    // Names stay, so that a stack trace in a debug log can be read.
    minifySyntax: true,
    minifyWhitespace: true,
    legalComments: 'none',
    metafile: true,
    logLevel: 'warning',
    plugins: [toolkitWithoutEffects],
    // Some dependencies are CommonJS and ask for Node's modules by require.
    banner: {
      js: "import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);",
    },
  } satisfies BuildOptions;
}

/**
 * The toolkit's packages do nothing when they are loaded, but do not say so: told this, esbuild leaves out the parts that are
 * not used, such as the HTTP client that @actions/core needs for OIDC only.
 */
const toolkitWithoutEffects: Plugin = {
  name: 'toolkit-without-effects',
  setup({ onResolve, resolve }) {
    onResolve({ filter: /^@actions\/(core|exec|io|http-client)$/ }, async ({ path, pluginData, ...rest }) => {
      if (pluginData === 'resolved') return undefined;
      return { ...(await resolve(path, { ...rest, pluginData: 'resolved' })), sideEffects: false };
    });
  },
};
