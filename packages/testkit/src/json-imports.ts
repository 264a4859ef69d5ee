import { registerHooks } from 'node:module';

/**
 * withJsonImports loads GitHub's own packages. They are built for bundlers and import their schemas as JSON without
 * `with { type: 'json' }`, which Node refuses (workflow-parser 0.3.61): a load hook adds the attribute for exactly those
 * files, and is gone when they are loaded.
 */
export async function withJsonImports<T>(load: () => Promise<T>): Promise<T> {
  const hooks = registerHooks({
    load(url, context, nextLoad) {
      if (!url.includes('/node_modules/@actions/') || !url.endsWith('.json')) return nextLoad(url, context);
      return nextLoad(url, { ...context, importAttributes: { ...context.importAttributes, type: 'json' } });
    },
  });
  try {
    return await load();
  } finally {
    hooks.deregister();
  }
}
