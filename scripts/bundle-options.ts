import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { BuildOptions, Plugin } from 'esbuild';

/** The limit of an action's size with every chunk that it can load, in bytes: a workflow downloads it on every run. */
const actionSizeLimit = 1.5 * 1024 * 1024;

/** The limit of the command, which is installed once and holds every gate. */
const commandSizeLimit = 4 * 1024 * 1024;

/** What is built: the command and every action, each alone, from its source to its `dist` folder. */
export interface BundleEntry {
  /** The room, such as `actions/tag-policy`. */
  readonly room: string;
  readonly source: string;
  /** The file that is started. */
  readonly output: string;
  /** The most that it may have with every chunk, in bytes. */
  readonly sizeLimit: number;
}

/** Lists what is built, in a fixed order. */
export function bundleEntries(root: string): readonly BundleEntry[] {
  const actions = readdirSync(join(root, 'actions')).sort();
  return [
    {
      room: 'packages/cli',
      source: 'packages/cli/src/main.ts',
      output: 'packages/cli/dist/tollgate.js',
      sizeLimit: commandSizeLimit,
    },
    ...actions.map((name) => ({
      room: `actions/${name}`,
      source: `actions/${name}/src/index.ts`,
      output: `actions/${name}/dist/index.js`,
      sizeLimit: actionSizeLimit,
    })),
  ];
}

/** How one entry is built: what it needs only on some runs becomes a chunk beside it. */
export function bundleOptions(root: string, { source, output }: BundleEntry) {
  return {
    absWorkingDir: root,
    entryPoints: { [basename(output, '.js')]: source },
    outdir: join(root, dirname(output)),
    chunkNames: 'chunks/[name]-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node22',
    minify: true,
    // Escaped, a character of another alphabet is three times as long.
    charset: 'utf8',
    legalComments: 'none',
    metafile: true,
    logLevel: 'warning',
    plugins: [toolkitWithoutEffects, withoutEntities, oneYaml(root), onlyUsedEndpoints(root)],
    // Some dependencies are CommonJS and ask for Node's modules by require.
    banner: {
      js: "import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);",
    },
  } satisfies BuildOptions;
}

/**
 * The toolkit's packages do nothing when they are loaded, but do not say so: told this, esbuild leaves out the parts that are
 * not used, such as the HTTP client that @actions/core needs for OIDC only, and the one of @actions/github for proxies.
 */
const toolkitWithoutEffects: Plugin = {
  name: 'toolkit-without-effects',
  setup({ onResolve, resolve }) {
    const isToolkit = (path: string, importer: string) =>
      !path.startsWith('.') || /[\\/]@actions[\\/]github[\\/]lib[\\/]/.test(importer);
    onResolve({ filter: /^@actions\/(core|exec|github|io|http-client)$|^\.\/utils\.js$/ }, async (wanted) => {
      const { path, pluginData, ...rest } = wanted;
      if (pluginData === 'resolved' || !isToolkit(path, rest.importer)) return undefined;
      return { ...(await resolve(path, { ...rest, pluginData: 'resolved' })), sideEffects: false };
    });
  },
};

/**
 * The names of characters in HTML, such as "&nbsp;": the writer of Markdown has them to read names of references, which no report
 * has. Without them a name stays as it is.
 */
const withoutEntities: Plugin = {
  name: 'without-entities',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^character-entities$/ }, ({ path }) => ({ path, namespace: 'without-entities' }));
    onLoad({ filter: /./, namespace: 'without-entities' }, () => ({
      contents: 'export const characterEntities = {};',
    }));
  },
};

/**
 * One reader of YAML: Rego's library brings an older one of its own. It is taken as the modules that its package has for browsers, for of
 * those esbuild can leave out what is not used; the code is the same.
 */
function oneYaml(root: string): Plugin {
  return {
    name: 'one-yaml',
    setup({ onResolve }) {
      onResolve({ filter: /^yaml$/ }, ({ importer }) =>
        /[\\/]@open-policy-agent[\\/]/.test(importer)
          ? { path: join(root, 'packages/policy-engine/src/rego/library-yaml.ts') }
          : { path: join(root, 'node_modules/yaml/browser/dist/index.js'), sideEffects: false },
      );
    },
  };
}

/**
 * Octokit brings the routes of all of GitHub's thousand operations; a bundle gets those that our sources call, which are written
 * as `rest.issues.createComment`.
 */
function onlyUsedEndpoints(root: string): Plugin {
  return {
    name: 'only-used-endpoints',
    setup({ onLoad }) {
      onLoad({ filter: /plugin-rest-endpoint-methods.dist-src.generated.endpoints\.js$/ }, async ({ path }) => {
        const all: { default: Record<string, Record<string, unknown>> } = await import(pathToFileURL(path).href);
        const used: Record<string, Record<string, unknown>> = {};
        for (const [, scope = '', operation = ''] of usedEndpoints(root)) {
          const found = all.default[scope]?.[operation];
          if (found !== undefined) used[scope] = { ...used[scope], [operation]: found };
        }
        return { contents: `export default ${JSON.stringify(used)};` };
      });
    },
  };
}

function usedEndpoints(root: string): RegExpExecArray[] {
  const folder = join(root, 'packages/github/src');
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .sort()
    .flatMap((file) => [...readFileSync(join(folder, file), 'utf8').matchAll(/\brest\.(\w+)\.(\w+)/g)]);
}
