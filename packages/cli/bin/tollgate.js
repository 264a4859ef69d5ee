#!/usr/bin/env node
import { existsSync } from 'node:fs';

const built = new URL('../dist/tollgate.js', import.meta.url);
if (existsSync(built)) {
  await import(built.href);
} else {
  console.error('The tollgate command is not built yet. Run "npm run build" in the clone first.');
  process.exitCode = 2;
}
