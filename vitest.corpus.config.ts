import { defineConfig } from 'vitest/config';

/** The corpus tests, which read real files that are not part of the project; `npm run test:corpus` runs them. */
export default defineConfig({
  test: {
    include: ['{packages,actions}/*/test/**/*.corpus.ts'],
    pool: 'threads',
    maxWorkers: 2,
    testTimeout: 120_000,
    reporters: ['default', 'json'],
    outputFile: { json: 'out/corpus.json' },
  },
});
