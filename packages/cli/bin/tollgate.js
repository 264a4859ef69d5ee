#!/usr/bin/env node
import { existsSync } from 'node:fs';

const built = new URL('../dist/tollgate.js', import.meta.url);
if (Number(process.versions.node.split('.')[0]) < 22) {
  fail(
    `tollgate needs Node 22 or newer, and this is ${process.versions.node}. In a clone, "npx tollgate" brings its own.`,
  );
} else if (existsSync(built)) {
  await import(built.href);
} else {
  fail('The tollgate command is not built yet. Run "npm run build" in the clone first.');
}

function fail(message) {
  console.error(message);
  process.exitCode = 2;
}
