// Writes src/documents/validators.gen.ts: the schemas of documents as code. Compiling them at every start would take longer
// than all reading, and ajv itself would have to be loaded. "--check" only says whether the file is stale.
import { readFileSync, writeFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import standalone from 'ajv/dist/standalone/index.js';

/** The type of each document, its schema and the module of the type. */
const documents = [
  { name: 'policy', schema: 'policy', type: 'Policy', module: 'policy' },
  { name: 'exception', schema: 'exception', type: 'ExceptionDocument', module: 'exception' },
  { name: 'override', schema: 'override', type: 'OverrideDocument', module: 'exception' },
  { name: 'policyTest', schema: 'policy-test', type: 'PolicyTest', module: 'policy-test' },
  { name: 'pack', schema: 'pack', type: 'PackDocument', module: 'pack' },
  { name: 'lock', schema: 'lock', type: 'LockDocument', module: 'lock' },
];

const generated = new URL('../src/documents/validators.gen.ts', import.meta.url);

/** What the generated module should be. */
export function generateValidators(): string {
  const ajv = new Ajv2020({
    strict: true,
    allErrors: true,
    // The pattern with what to write instead, which editors show too.
    keywords: ['patternErrorMessage'],
    // Errors are put into words by schema-mistakes.ts.
    messages: false,
    code: { source: true, esm: true, lines: true },
  });
  for (const { schema } of documents) {
    const root = JSON.parse(readFileSync(new URL(`../schema/${schema}.json`, import.meta.url), 'utf8'));
    ajv.addSchema(Object(withoutReferences(root, root.$defs)));
  }
  const references = Object.fromEntries(documents.map(({ name, schema }) => [name, `urn:tollgate:schema:${schema}:1`]));
  const code = standaloneCode(ajv, references);
  if (code.includes('require(')) {
    throw new Error('A schema uses a keyword that needs a part of ajv when it runs. Say it with another keyword.');
  }
  const types = documents.map(({ type, module }) => `import type { ${type} } from './${module}.ts';\n`);
  return `// @ts-nocheck
// Generated from schema/*.json by scripts/generate-validators.ts; after a change there run it again.
${types.join('')}import type { Validator } from './kinds/kind.ts';

${shortened(code)}`;
}

/** Puts what references name in their places: with a reference left, ajv tells only a part of the way to a mistake's schema. */
function withoutReferences(part: unknown, definitions: Readonly<Record<string, object>>): unknown {
  if (Array.isArray(part)) return part.map((item) => withoutReferences(item, definitions));
  if (typeof part !== 'object' || part === null) return part;
  const reference = '$ref' in part && typeof part.$ref === 'string' ? part.$ref.replace('#/$defs/', '') : '';
  return Object.fromEntries(
    Object.entries({ ...definitions[reference], ...part })
      .filter(([key]) => key !== '$ref' && key !== '$defs')
      .map(([key, value]) => [key, withoutReferences(value, definitions)]),
  );
}

/** The code as a module, with the type of each export. */
function standaloneCode(ajv: Ajv2020, references: Readonly<Record<string, string>>): string {
  const generate: unknown = standalone;
  const write = typeof generate === 'function' ? generate : Object(generate).default;
  const code = String(write(ajv, references)).replace('"use strict";', '');
  return code.replaceAll(/export const (\w+) = (\w+);/g, (all, name) => {
    const document = documents.find((one) => one.name === name);
    return document === undefined ? all : all.replace(`${name} =`, `${name}: Validator<${document.type}> =`);
  });
}

/** Leaves out the copies of schemas, of which only the values of enumerations are read, and shortens what is repeated. */
function shortened(code: string): string {
  return code
    .replaceAll(/^const (schema\d+) = (.*);$/gm, (all, name, text) => {
      const uses = code.match(new RegExp(`\\b${name}\\b[.\\w\\[\\]"]*`, 'g')) ?? [];
      if (uses.length === 1) return '';
      return all.replace(text, () => JSON.stringify(onlyEnums(JSON.parse(text))));
    })
    .replaceAll(
      /if\(vErrors === null\)\{\s*vErrors = \[(\w+)\];\s*\}\s*else \{\s*vErrors\.push\(\1\);\s*\}/g,
      '(vErrors ??= []).push($1);',
    )
    .replaceAll(/^const evaluated0 = .*\n(?:if\(evaluated0.*\n.*\n\}\n)*/gm, '')
    .replaceAll(/\n{2,}/g, '\n');
}

/** What is needed of a schema when it runs: the values of enumerations, at their places. */
function onlyEnums(schema: unknown): unknown {
  if (Array.isArray(schema)) return undefined;
  if (typeof schema !== 'object' || schema === null) return undefined;
  const entries = Object.entries(schema)
    .map(([key, value]) => [key, key === 'enum' ? value : onlyEnums(value)] as const)
    .filter(([, value]) => value !== undefined && (typeof value !== 'object' || Object.keys(value ?? {}).length > 0));
  return Object.fromEntries(entries);
}

if (import.meta.main) {
  const module = generateValidators();
  const isStale = readFileSync(generated, { encoding: 'utf8', flag: 'a+' }) !== module;
  const isCheck = process.argv.includes('--check');
  if (isStale && !isCheck) writeFileSync(generated, module);
  process.stdout.write(
    isStale ? 'packages/policy-engine/src/documents/validators.gen.ts was stale\n' : 'validators: up to date\n',
  );
  if (isStale && isCheck) process.exitCode = 1;
}
