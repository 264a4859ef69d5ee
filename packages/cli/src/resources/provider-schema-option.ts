import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type JudgedResources, readProviderSchema } from '@tollgate/tags';
import { Option } from 'commander';
import { UsageError } from '../error.ts';
import type { Terminal } from '../terminal.ts';

/** The schemas of the providers in use. */
export interface ProviderSchemaOptions {
  readonly providerSchema?: string;
}

/** The option of commands that look at tags. */
export function providerSchemaOption(): Option {
  return new Option(
    '--provider-schema <file>',
    'what "terraform providers schema -json" writes: says which types carry tags, before the list that comes with Tollgate',
  );
}

/**
 * Reads the schemas, when they are given.
 * @throws UsageError when the file cannot be read.
 */
export function providerSchema(
  { providerSchema: file }: ProviderSchemaOptions,
  { workingFolder }: Terminal,
): Pick<JudgedResources, 'taggability'> {
  if (file === undefined) return {};
  let text: string;
  try {
    text = readFileSync(resolve(workingFolder, file), 'utf8');
  } catch {
    throw new UsageError(
      `There is no file ${file} that can be read. Write it with: terraform providers schema -json > schema.json`,
    );
  }
  return { taggability: readProviderSchema(text, { file }) };
}
