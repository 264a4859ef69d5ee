// Writes the validators of schemas as code, so that checking data neither loads ajv nor compiles a schema: that would take longer than
// all reading, and make every action larger. With --check it only says which are stale.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { regoSchema } from '../packages/policy-engine/src/rego/rego-schema.ts';
import { limitSchema } from '../packages/pricing/src/gate/limit-schema.ts';
import { alternativeSchema } from '../packages/pricing/src/savings/alternative-schema.ts';
import { tagKeysSchema } from '../packages/tags/src/rules/tag-keys-schema.ts';
import { tagRulesSchema } from '../packages/tags/src/rules/tag-rules-schema.ts';
import { type MistakeOptions, validatorCode } from './validator-code.ts';

/** A generated module: validators for data that the same runs read. */
export interface ValidatorModule extends MistakeOptions {
  readonly file: string;
  readonly validators: readonly GeneratedValidator[];
  /** The module of the type `Validator`. */
  readonly typedBy: string;
}

interface GeneratedValidator {
  readonly name: string;
  readonly schema: object;
  /** What the schema allows, and its module. */
  readonly type: string;
  readonly module: string;
}

const root = join(import.meta.dirname, '..');

/** What is generated. */
export const validatorModules: readonly ValidatorModule[] = [
  {
    file: 'packages/policy-engine/src/documents/validators.gen.ts',
    validators: [
      document('policy', 'policy-engine/policy', 'Policy', './policy.ts'),
      document('exception', 'policy-engine/exception', 'ExceptionDocument', './exception.ts'),
      document('override', 'policy-engine/override', 'OverrideDocument', './exception.ts'),
      document('policyTest', 'policy-engine/policy-test', 'PolicyTest', './policy-test.ts'),
      document('pack', 'policy-engine/pack', 'PackDocument', './pack.ts'),
      document('lock', 'policy-engine/lock', 'LockDocument', './lock.ts'),
    ],
    typedBy: './validator.ts',
    told: 'all',
    limitMessages: false,
  },
  {
    file: 'packages/policy-engine/src/documents/decision-validator.gen.ts',
    validators: [document('decision', 'policy-engine/decision', 'Decision', '../decide.ts')],
    typedBy: './validator.ts',
    told: 'first',
    limitMessages: false,
  },
  {
    file: 'packages/policy-engine/src/rego/rego-validator.gen.ts',
    validators: [{ name: 'isRegoRule', schema: regoSchema, type: 'JsonValue', module: '../json.ts' }],
    typedBy: '../documents/validator.ts',
    told: 'all',
    limitMessages: false,
  },
  {
    file: 'packages/tags/src/rules/form-validators.gen.ts',
    validators: [form('isTagRules', tagRulesSchema), form('isTagKeys', tagKeysSchema)],
    typedBy: '@tollgate/policy-engine',
    told: 'all',
    limitMessages: false,
  },
  {
    file: 'packages/pricing/src/gate/form-validators.gen.ts',
    validators: [form('isLimit', limitSchema), form('isAlternative', alternativeSchema)],
    typedBy: '@tollgate/policy-engine',
    told: 'all',
    limitMessages: false,
  },
  {
    file: 'packages/pricing/src/documents/validators.gen.ts',
    validators: [
      document('isCostReport', 'pricing/cost-report', 'CostReport', '../estimate/cost-report.ts'),
      document('isCostChange', 'pricing/cost-change', 'CostChange', '../changes/cost-change.ts'),
    ],
    typedBy: '@tollgate/policy-engine',
    told: 'first',
    limitMessages: false,
  },
  {
    file: 'packages/pricing/src/settings/settings-validator.gen.ts',
    validators: [document('costSettings', 'pricing/cost-settings', 'WrittenSettings', './written-settings.ts')],
    typedBy: '@tollgate/policy-engine',
    told: 'all',
    limitMessages: true,
  },
  {
    file: 'packages/terraform/src/roots/roots-validator.gen.ts',
    validators: [document('roots', 'terraform/roots', 'WrittenRoots', './roots-schema.ts')],
    typedBy: './validator.ts',
    told: 'all',
    limitMessages: true,
  },
];

/** The validator of a document, whose schema is published: `pricing/cost-report` is `packages/pricing/schema/cost-report.json`. */
function document(name: string, schema: string, type: string, module: string): GeneratedValidator {
  const file = join(root, 'packages', schema.replace('/', '/schema/'));
  return { name, schema: JSON.parse(readFileSync(`${file}.json`, 'utf8')), type, module };
}

/** The validator of a form of rules. */
function form(name: string, schema: object): GeneratedValidator {
  return { name, schema, type: 'JsonValue', module: '@tollgate/policy-engine' };
}

/** What a generated module should be. */
export function validatorModule({ validators, typedBy, ...options }: ValidatorModule): string {
  const schemas = Object.fromEntries(validators.map(({ name, schema }) => [name, schema]));
  const imports = new Set(validators.map(({ type, module }) => `import type { ${type} } from '${module}';\n`));
  const code = validatorCode(schemas, options).replaceAll(/^export const (\w+) =/gm, (all, name) => {
    const validator = validators.find((one) => one.name === name);
    return validator === undefined ? all : `export const ${name}: Validator<${validator.type}> =`;
  });
  return `// @ts-nocheck
// Generated by scripts/validators.ts, which tells from what; after a change there run it again.
${[...imports].join('')}import type { Validator } from '${typedBy}';
${code}`;
}

if (import.meta.main) {
  const isCheck = process.argv.includes('--check');
  const stale = validatorModules.filter((module) => {
    const file = join(root, module.file);
    const text = validatorModule(module);
    if (existsSync(file) && readFileSync(file, 'utf8') === text) return false;
    if (!isCheck) writeFileSync(file, text);
    return true;
  });
  for (const { file } of stale)
    console.log(isCheck ? `${file} is stale: run "node scripts/validators.ts".` : `${file} written`);
  if (stale.length === 0) console.log('validators: everything is up to date');
  else if (isCheck) process.exitCode = 1;
}
