import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js';
import schema from '../../schema/roots.json' with { type: 'json' };
import type { NamedRoot } from './root-module.ts';
import type { SettingProblem } from './settings-file.ts';

const validate = new Ajv2020({ strict: true, allErrors: true }).compile<{ roots?: readonly NamedRoot[] }>(schema);

/** Whether the content of a settings file names root modules as the schema says. */
export function isRoots(content: unknown): content is { roots?: readonly NamedRoot[] } {
  return validate(content);
}

/** What the schema has against a content, in the order of the file. */
export function problemsOf(content: unknown): readonly SettingProblem[] {
  validate(content);
  return (validate.errors ?? []).map((error) => ({ path: pathOf(error), problem: sentence(error) }));
}

function pathOf({ instancePath }: ErrorObject): (string | number)[] {
  const steps = instancePath.split('/').slice(1);
  return steps.map((step) => (/^\d+$/.test(step) ? Number(step) : step.replaceAll('~1', '/').replaceAll('~0', '~')));
}

/** JSON Schema's words for types, and those of people who write YAML. */
const typeNames: Readonly<Record<string, string>> = { array: 'a list', object: 'a mapping', string: 'a text' };

function sentence({ keyword, params, message }: ErrorObject): string {
  switch (keyword) {
    case 'required':
      return `lacks "${params.missingProperty}"`;
    case 'additionalProperties':
      return `has "${params.additionalProperty}", which is none of ${Object.keys(schema.properties.roots.items.properties).join(', ')}`;
    case 'type':
      return `must be ${typeNames[params.type] ?? params.type}`;
    default:
      return message ?? 'is not as it must be';
  }
}
