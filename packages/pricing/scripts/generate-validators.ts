// Writes src/documents/validators.gen.ts: the schemas of reports and changes as code, so that reading one neither loads ajv nor
// compiles a schema. "--check" only says whether the file is stale.
import { readFileSync, writeFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import standalone from 'ajv/dist/standalone/index.js';

/** The name of each validator, its schema, and the module of its type. */
const documents = [
  { name: 'isCostReport', schema: 'cost-report', type: 'CostReport', module: '../estimate/cost-report.ts' },
  { name: 'isCostChange', schema: 'cost-change', type: 'CostChange', module: '../changes/cost-change.ts' },
];

const generated = new URL('../src/documents/validators.gen.ts', import.meta.url);

/** What the generated module should be. */
export function generateValidators(): string {
  const ajv = new Ajv2020({
    strict: true,
    allowUnionTypes: true,
    // Objects of a schema's `then` have some of their properties outside of it.
    strictRequired: false,
    strictTypes: false,
    // Errors are put into words by the reader.
    messages: false,
    code: { source: true, esm: true, lines: true },
  });
  for (const { schema } of documents) {
    ajv.addSchema(JSON.parse(readFileSync(new URL(`../schema/${schema}.json`, import.meta.url), 'utf8')));
  }
  const references = Object.fromEntries(documents.map(({ name, schema }) => [name, `urn:tollgate:schema:${schema}:1`]));
  const generate: unknown = standalone;
  const write = typeof generate === 'function' ? generate : Object(generate).default;
  const code = String(write(ajv, references)).replace('"use strict";', '');
  if (code.includes('require(')) {
    throw new Error('A schema uses a keyword that needs a part of ajv when it runs. Say it with another keyword.');
  }
  const types = documents.map(({ type, module }) => `import type { ${type} } from '${module}';\n`);
  return `// @ts-nocheck
// Generated from schema/*.json by scripts/generate-validators.ts; after a change there run it again.
${types.join('')}import type { Validator } from './validator.ts';
${typed(withoutSchemas(code))}`;
}

function typed(code: string): string {
  return code.replaceAll(/export const (\w+) = (\w+);/g, (all, name) => {
    const document = documents.find((one) => one.name === name);
    return document === undefined ? all : all.replace(`${name} =`, `${name}: Validator<${document.type}> =`);
  });
}

/** Leaves out the copies of schemas that nothing reads; of the others only enumerations and lists of types are read. */
function withoutSchemas(code: string): string {
  return code
    .replaceAll(/^const (schema\d+) = (.*);$/gm, (_, name: string, text: string) => {
      const isRead = code.split(name).length > 2;
      return isRead ? `const ${name} = ${JSON.stringify(JSON.parse(text), withoutWords)};` : '';
    })
    .replaceAll(/\n{2,}/g, '\n');
}

/** Takes out keywords that have a text; properties of the same names have a schema. */
function withoutWords(key: string, value: unknown): unknown {
  const isWord = ['$schema', '$id', '$ref', 'description', 'title', 'pattern', 'type'].includes(key);
  return isWord && typeof value === 'string' ? undefined : value;
}

if (import.meta.main) {
  const module = generateValidators();
  const isStale = readFileSync(generated, { encoding: 'utf8', flag: 'a+' }) !== module;
  const isCheck = process.argv.includes('--check');
  if (isStale && !isCheck) writeFileSync(generated, module);
  process.stdout.write(
    isStale ? 'packages/pricing/src/documents/validators.gen.ts was stale\n' : 'validators: up to date\n',
  );
  if (isStale && isCheck) process.exitCode = 1;
}
