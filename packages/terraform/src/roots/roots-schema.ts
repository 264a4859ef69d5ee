import schema from '../../schema/roots.json' with { type: 'json' };
import type { NamedRoot } from './root-module.ts';
import { roots as validate } from './roots-validator.gen.ts';
import type { SettingProblem } from './settings-file.ts';
import type { SchemaError } from './validator.ts';

/** The part of a settings file that names root modules. */
export interface WrittenRoots {
  readonly roots?: readonly NamedRoot[];
}

/** Whether the content of a settings file names root modules as the schema says. */
export function isRoots(content: unknown): content is WrittenRoots {
  return validate(content);
}

/** What the schema has against a content, in the order of the file. */
export function problemsOf(content: unknown): readonly SettingProblem[] {
  validate(content);
  return (validate.errors ?? []).map((error) => ({ path: pathOf(error), problem: sentence(error) }));
}

function pathOf({ instancePath }: SchemaError): (string | number)[] {
  const steps = instancePath.split('/').slice(1);
  return steps.map((step) => (/^\d+$/.test(step) ? Number(step) : step.replaceAll('~1', '/').replaceAll('~0', '~')));
}

/** JSON Schema's words for types, and those of people who write YAML. */
const typeNames: Readonly<Record<string, string>> = { array: 'a list', object: 'a mapping', string: 'a text' };

function sentence({ keyword, params, message }: SchemaError): string {
  switch (keyword) {
    case 'required':
      return `lacks "${params.missingProperty}"`;
    case 'additionalProperties':
      return `has "${params.additionalProperty}", which is none of ${Object.keys(schema.properties.roots.items.properties).join(', ')}`;
    case 'type':
      return `must be ${typeNames[String(params.type)] ?? params.type}`;
    default:
      return message ?? 'is not as it must be';
  }
}
