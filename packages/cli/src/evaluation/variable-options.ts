import type { GivenVariable } from '@tollgate/resources';
import { UsageError } from '../error.ts';

/** `--var` and `--var-file` as they were given, in their order. */
export type VariableOption = GivenVariable;

/**
 * Reads `NAME=VALUE`.
 * @throws UsageError when there is no equals sign.
 */
export function variableOption(text: string): VariableOption {
  const [, name, value] = /^([^=]*)=(.*)$/s.exec(text) ?? [];
  if (name === undefined || value === undefined || name.trim() === '') {
    throw new UsageError(
      `--var needs a name and a value, and "${text}" is none. Write for example --var region=eu-west-1.`,
    );
  }
  return { kind: 'value', name: name.trim(), text: value };
}
