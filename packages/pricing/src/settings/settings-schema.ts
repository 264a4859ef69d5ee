import { nameSuggestion } from '@tollgate/hcl';
import { parentPointer, propertyNames, type SchemaError, schemaAt } from '@tollgate/policy-engine';
import type { SettingProblem } from '@tollgate/terraform';
import schema from '../../schema/cost-settings.json' with { type: 'json' };
import { costSettings as validate } from './settings-validator.gen.ts';
import type { WrittenSettings } from './written-settings.ts';

/** Whether the content of a settings file has cost settings as the schema says, or none. */
export function isWrittenSettings(content: unknown): content is WrittenSettings {
  return validate(content);
}

/** What the schema has against a content, in the order of the schema. */
export function schemaProblems(content: unknown): readonly SettingProblem[] {
  validate(content);
  return (validate.errors ?? []).map((error) => ({ path: pathOf(error), problem: sentence(error) }));
}

function pathOf({ instancePath, keyword, params }: SchemaError): (string | number)[] {
  const steps = instancePath
    .split('/')
    .slice(1)
    .map((step) => (/^\d+$/.test(step) ? Number(step) : step.replaceAll('~1', '/').replaceAll('~0', '~')));
  return keyword === 'additionalProperties' ? [...steps, String(params.additionalProperty)] : steps;
}

/** JSON Schema's words for types, and those of people who write YAML. */
const typeNames: Readonly<Record<string, string>> = {
  array: 'a list',
  object: 'a mapping',
  'object,null': 'a mapping',
  string: 'text',
  boolean: 'true or false',
  'number,string': 'a number',
  'string,number,boolean': 'text',
};

function sentence({ keyword, schemaPath, params, message }: SchemaError): string {
  switch (keyword) {
    case 'required':
      return `lacks "${params.missingProperty}"`;
    case 'additionalProperties': {
      const known = propertyNames(schemaAt(schema, parentPointer(schemaPath)));
      const near = nameSuggestion(String(params.additionalProperty), known);
      return near === undefined ? `is none of ${known.join(', ')}` : `is not known; it may be meant as "${near}"`;
    }
    case 'type':
      return `must be ${typeNames[String(params.type)] ?? params.type}`;
    case 'enum':
      return `must be one of ${[params.allowedValues].flat().join(', ')}`;
    case 'pattern':
      return `is not written as it must be${exampleOf(String(params.pattern))}`;
    default:
      return message ?? 'is not as it must be';
  }
}

function exampleOf(pattern: string): string {
  if (pattern.includes('[A-Z]')) return '; write a code such as EUR';
  return pattern.includes(':') ? '; write a time such as "08:00"' : '; write a number such as 0.08, without a sign';
}
