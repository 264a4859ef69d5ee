import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{packages,actions}/*/{src,test}/**/*.test.ts', '{scripts,docs,examples}/**/*.test.ts'],
    pool: 'threads',
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    reporters: ['default', 'json'],
    outputFile: { json: 'out/tests.json' },
  },
});
