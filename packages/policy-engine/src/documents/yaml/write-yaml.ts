import { stringify } from 'yaml';

/** Writes data as YAML. No aliases: a list that stands twice is to be read twice. */
export function writeYaml(data: unknown): string {
  return stringify(data, { aliasDuplicateObjects: false, lineWidth: 120 });
}
