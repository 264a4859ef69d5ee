// Writes src/documents/*.gen.ts: the schemas of documents as code. Compiling them at every start would take longer than all
// reading, and ajv itself would have to be loaded. "--check" only says whether the files are stale.
import { readFileSync, writeFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import standalone from 'ajv/dist/standalone/index.js';

/** A document with its schema and the module of its type. */
interface ValidatedDocument {
  /** Of the validator. */
  readonly name: string;
  readonly schema: string;
  readonly type: string;
  readonly module: string;
}

/** A module with the validators of documents that are read by the same runs. */
interface ValidatorModule {
  readonly file: string;
  readonly documents: readonly ValidatedDocument[];
  /** Whether every mistake is found; otherwise the first: a machine writes the document, and a stranger can make a million. */
  readonly allErrors: boolean;
}

/** What is generated. */
export const validatorModules: readonly ValidatorModule[] = [
  {
    file: 'validators.gen.ts',
    documents: [
      { name: 'policy', schema: 'policy', type: 'Policy', module: './policy.ts' },
      { name: 'exception', schema: 'exception', type: 'ExceptionDocument', module: './exception.ts' },
      { name: 'override', schema: 'override', type: 'OverrideDocument', module: './exception.ts' },
      { name: 'policyTest', schema: 'policy-test', type: 'PolicyTest', module: './policy-test.ts' },
      { name: 'pack', schema: 'pack', type: 'PackDocument', module: './pack.ts' },
      { name: 'lock', schema: 'lock', type: 'LockDocument', module: './lock.ts' },
    ],
    allErrors: true,
  },
  {
    file: 'decision-validator.gen.ts',
    documents: [{ name: 'decision', schema: 'decision', type: 'Decision', module: '../decide.ts' }],
    allErrors: false,
  },
];

/** What a generated module should be. */
export function generateValidators({ documents, allErrors }: ValidatorModule): string {
  const ajv = new Ajv2020({
    strict: true,
    allowUnionTypes: true,
    allErrors,
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
  const code = standaloneCode(ajv, documents);
  if (code.includes('require(')) {
    throw new Error('A schema uses a keyword that needs a part of ajv when it runs. Say it with another keyword.');
  }
  const types = documents.map(({ type, module }) => `import type { ${type} } from '${module}';\n`);
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
function standaloneCode(ajv: Ajv2020, documents: readonly ValidatedDocument[]): string {
  const references = Object.fromEntries(documents.map(({ name, schema }) => [name, `urn:tollgate:schema:${schema}:1`]));
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
  const isCheck = process.argv.includes('--check');
  for (const part of validatorModules) {
    const path = `src/documents/${part.file}`;
    const generated = new URL(`../${path}`, import.meta.url);
    const module = generateValidators(part);
    const isStale = readFileSync(generated, { encoding: 'utf8', flag: 'a+' }) !== module;
    if (isStale && !isCheck) writeFileSync(generated, module);
    process.stdout.write(isStale ? `packages/policy-engine/${path} was stale\n` : `${path}: up to date\n`);
    if (isStale && isCheck) process.exitCode = 1;
  }
}
