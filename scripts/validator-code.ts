// The code of validators: what ajv writes for schemas, made small. In ajv's code each mistake is an object that is written in full at its
// place, with its part in keeping count of mistakes; here it is one call. The rest is ajv's.
import { Ajv2020 } from 'ajv/dist/2020.js';
import standalone from 'ajv/dist/standalone/index.js';
import { withoutRepetitions } from './validator-repetitions.ts';

/** How validators tell mistakes. */
export interface MistakeOptions {
  /** Whether all are told, or the first only: where a machine writes the document, and a stranger can make a million. */
  readonly told: 'all' | 'first';
  /** Whether limits have ajv's words, for readers that have no own ones. */
  readonly limitMessages: boolean;
}

/**
 * validatorCode gives a module with a validator for each schema, by the names of its exports.
 *
 * @throws Error for a schema that cannot have such a validator.
 */
export function validatorCode(
  schemas: Readonly<Record<string, object>>,
  { told, limitMessages }: MistakeOptions,
): string {
  if (told === 'first') refuseChoices(schemas);
  const code = withTypeChecks(withCalls(withRuntimeParts(standaloneCode(schemas, limitMessages))));
  const left = /^.*\b(?:vErrors|errors|parentData)\b.*$/m.exec(code.replaceAll(/"(?:[^"\\]|\\.)*"/g, '""'));
  if (left !== null) throw new Error(`ajv writes code that is not known here: ${left[0]}`);
  return `${withoutRepetitions(code)}\n${runtime(told)}`;
}

/** Where one of several schemas may fit, or another one is only asked, a first mistake says nothing. */
function refuseChoices(schemas: Readonly<Record<string, object>>): void {
  JSON.stringify(schemas, (key, part: unknown) => {
    const isChoice = ['anyOf', 'oneOf', 'not', 'contains'].includes(key);
    if (isChoice || (key === 'if' && JSON.stringify(part).includes('"$ref":'))) {
      throw new Error(`A schema has "${key}", in which the first mistake says nothing. Have all mistakes told.`);
    }
    return part;
  });
}

function standaloneCode(schemas: Readonly<Record<string, object>>, messages: boolean): string {
  const ajv = new Ajv2020({
    strict: true,
    allowUnionTypes: true,
    // The schemas of a choice or a `then` say only a part: properties and type stand outside of them.
    strictRequired: false,
    strictTypes: false,
    allErrors: true,
    messages,
    // References are calls, names that are required a loop.
    inlineRefs: false,
    loopRequired: 2,
    // The pattern with what to write instead, which editors show too.
    keywords: ['patternErrorMessage'],
    code: { source: true, esm: true, lines: true },
  });
  // No schema asks which properties others have looked at, and keeping account of them is a part of every function.
  ajv.opts.unevaluated = false;
  for (const [name, schema] of Object.entries(schemas)) addSchema(ajv, name, schema);
  const ids = Object.fromEntries(Object.keys(schemas).map((name) => [name, schemaId(name)]));
  const generate: unknown = standalone;
  const write = typeof generate === 'function' ? generate : Object(generate).default;
  return String(write(ajv, ids)).replace('"use strict";', '');
}

/** Adds a schema, and each of its definitions as one of its own: else nothing would tell of a function whose definition it checks. */
function addSchema(ajv: Ajv2020, name: string, schema: object): void {
  const { $defs = {}, $id, ...root }: { readonly $defs?: object; readonly $id?: string } = schema;
  const renamed = (part: object): object =>
    JSON.parse(JSON.stringify(part).replaceAll('"#/$defs/', `"${schemaId(name)}/$defs/`));
  for (const [definition, part] of Object.entries($defs)) {
    ajv.addSchema({ ...renamed(part), $id: `${schemaId(name)}/$defs/${definition}` });
  }
  ajv.addSchema({ ...renamed(root), $id: schemaId(name) });
}

function schemaId(name: string): string {
  return `schema:${name}`;
}

/** What validators take from ajv when they run, in a line. */
const runtimeParts: Readonly<Record<string, string>> = {
  'ajv/dist/runtime/ucs2length': '(text) => [...text].length',
  'ajv/dist/runtime/equal': '(one, other) => isDeepStrictEqual(one, other)',
};

function withRuntimeParts(code: string): string {
  const whole = code.replaceAll(/require\("([^"]+)"\)\.default/g, (_, name: string) => {
    const part = runtimeParts[name];
    if (part === undefined)
      throw new Error(`A schema has a keyword that needs ${name} when it runs. Say it otherwise.`);
    return part;
  });
  return whole.includes('isDeepStrictEqual') ? `import { isDeepStrictEqual } from 'node:util';\n${whole}` : whole;
}

/** Writes a call for each mistake and each reference; all functions have one list of mistakes, whose length is their count. */
function withCalls(code: string): string {
  return code
    .replaceAll(/^export const (\w+) = (\w+);$/gm, 'export const $1 = /* @__PURE__ */ validator($2);')
    .replaceAll(/^function (\w+)\(data, \{.*\}=\{\}\)\{$/gm, 'function $1(data, instancePath){')
    .replaceAll(/^let vErrors = null;\nlet errors = 0;\n/gm, '')
    .replaceAll(/^\w+\.errors = vErrors;\nreturn errors === 0;\n/gm, '')
    .replaceAll(
      /^const (err\d+) = \{([\s\S]*?)\};\nif\(vErrors === null\)\{\nvErrors = \[\1\];\n\}\nelse \{\nvErrors\.push\(\1\);\n\}\nerrors\+\+;$/gm,
      (_, _name, members: string) => mistakeCall(members.replaceAll(/\n\s*/g, ' ')),
    )
    .replaceAll(
      /^if\(!\((\w+)\((\w+(?:\.\w+|\[.*\])?), \{instancePath(?::(.*))?,parentData:.*\}\)\)\)\{\nvErrors = .*\nerrors = vErrors\.length;\n\}$/gm,
      (_, name: string, data: string, path = 'instancePath') => `${name}(${data}, ${path});`,
    )
    .replaceAll(
      /^errors = (\w+);\nif\(vErrors !== null\)\{\nif\(\1\)\{\nvErrors\.length = \1;\n\}\nelse \{\nvErrors = null;\n\}\n\}$/gm,
      'mistakes.length = $1;',
    )
    .replaceAll(/^((?:const _errs\d+ =|var _?valid\d+ = _errs\d+ ===) )errors;$/gm, '$1mistakes.length;');
}

/** Shortens the checks of types. What is no number does not get as far as to its bounds. */
function withTypeChecks(code: string): string {
  const data = String.raw`(data\d*(?:\.\w+|\["[^"]*"\])?)`;
  const pattern = (text: string) => new RegExp(text.replaceAll('DATA', data), 'g');
  return code
    .replaceAll(pattern(String.raw`DATA && typeof \1 == "object" && !Array\.isArray\(\1\)`), 'isObject($1)')
    .replaceAll(
      pattern(String.raw`\(\(typeof DATA == "number"\) && \(!\(\1 % 1\) && !isNaN\(\1\)\)\) && \(isFinite\(\1\)\)`),
      'Number.isInteger($1)',
    )
    .replaceAll(pattern(String.raw`\(typeof DATA == "number"\) && \(isFinite\(\1\)\)`), 'Number.isFinite($1)')
    .replaceAll(pattern(String.raw`DATA ([<>]=? -?[\d.]+) \|\| isNaN\(\1\)`), '$1 $2');
}

/** The members of an error object: the way to the value, the place in the schema, the keyword's own, and more. */
const errorMembers =
  /^instancePath(?::(?<path>.*?))?,schemaPath:(?<place>"[^"]*"),keyword:"(?<keyword>[^"]*)",params:(?<params>\{.*?\})(?:,(?<message>message:.*?))?(?:,(?<name>propertyName:\w+))?$/;

/** The keywords that all readers have words for. */
const toldByReaders = new Set(['type', 'required', 'additionalProperties', 'enum', 'pattern']);

function mistakeCall(members: string): string {
  // A condition asks only whether there are mistakes.
  if (members === '') return 'mistakes.push(null);';
  const {
    path = 'instancePath',
    place,
    keyword = '',
    params,
    message,
    name,
  } = errorMembers.exec(members)?.groups ?? {};
  if (place === undefined) throw new Error(`ajv writes a mistake in a form that is not known here: ${members}`);
  const more = [toldByReaders.has(keyword) ? undefined : message, name].filter((member) => member !== undefined);
  return `add(${path}, ${place}, ${params}${more.length === 0 ? '' : `, {${more.join(',')}}`});`;
}

function runtime(told: MistakeOptions['told']): string {
  const check = 'check(data, "");';
  return `let mistakes = [];
${told === 'all' ? '' : 'const enough = Symbol();\n'}function validator(check) {
const validate = (data) => {
mistakes = [];
${told === 'all' ? check : `try { ${check} } catch (thrown) { if (thrown !== enough) throw thrown; }`}
validate.errors = mistakes.length === 0 ? null : mistakes;
return mistakes.length === 0;
};
return validate;
}
function add(instancePath, schemaPath, params, more) {
const keyword = schemaPath.slice(schemaPath.lastIndexOf("/") + 1);
mistakes.push({ instancePath, schemaPath, keyword, params, ...more });
${told === 'all' ? '' : 'throw enough;\n'}}
function isObject(value) { return typeof value === "object" && value !== null && !Array.isArray(value); }
`;
}
