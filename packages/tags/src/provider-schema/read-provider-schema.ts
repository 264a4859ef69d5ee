import { isObject, type JsonValue, member } from '@tollgate/terraform';
import { TagsError } from '../error.ts';
import { type Taggability, type TaggabilityOf, taggability } from '../taggability.ts';
import { schemaTaggability } from './schema-taggability.ts';

const wayOut = 'Write it in the folder of the configuration with: terraform providers schema -json > schema.json';

/**
 * Reads what `terraform providers schema -json` writes, and says for every resource type whether it carries tags: by its schema where
 * a provider in the file has the type, else by the table.
 * @throws TagsError for what is no such file.
 */
export function readProviderSchema(text: string, { file }: { readonly file: string }): TaggabilityOf {
  const document = parse(text, file);
  const version = member(document, 'format_version');
  const providers = member(document, 'provider_schemas');
  if (typeof version !== 'string' || !isObject(providers)) {
    throw new TagsError(`${file} holds no schemas of providers. ${wayOut}`);
  }
  if (!/^[01]\./.test(version)) {
    throw new TagsError(
      `The schemas in ${file} have the format version ${JSON.stringify(version)}, and this release reads 0 and 1. Take a newer release of Tollgate.`,
    );
  }
  const schemas = new Map<string, JsonValue>();
  // By the addresses of the providers, so that of two with one type the order in the file does not show.
  for (const [, provider] of Object.entries(providers).sort(([a], [b]) => (a < b ? -1 : 1))) {
    const types = member(provider, 'resource_schemas');
    for (const [type, schema] of Object.entries(isObject(types) ? types : {})) {
      if (!schemas.has(type)) schemas.set(type, schema);
    }
  }
  const known = new Map<string, Taggability>();
  return (type) => {
    const schema = schemas.get(type);
    const answer = known.get(type) ?? (schema === undefined ? taggability(type) : schemaTaggability(type, schema));
    known.set(type, answer);
    return answer;
  };
}

function parse(text: string, file: string): JsonValue {
  try {
    const document: JsonValue = JSON.parse(text.replace(/^\ufeff/, ''));
    return document;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new TagsError(`${file} is no JSON: ${reason.replace(/\.$/, '')}. ${wayOut}`);
  }
}
