import { type DocumentFile, loadPolicySet, type PolicySet } from '@tollgate/policy-engine';
import { Option } from 'commander';
import { UsageError } from '../error.ts';
import type { Terminal } from '../terminal.ts';
import { policySources } from './policy-sources.ts';

/** Which policies are wanted, and for which run. */
export interface PolicyOptions {
  readonly policy?: readonly string[];
  readonly environment?: string;
  readonly param?: ReadonlyMap<string, string>;
}

/** The options of every command that judges by policies. */
export function policyOptions(): readonly Option[] {
  return [
    new Option(
      '--policy <path>',
      'policies: a file, a folder, a ready pack, or COMMIT:PATH; may be given many times',
    ).argParser((path: string, given: readonly string[] = []) => [...given, path]),
    new Option('--environment <name>', 'environment of the run: policies of this environment take part'),
    new Option('--param <name=value>', 'value of a parameter of the policies; may be given many times').argParser(
      (text: string, given: ReadonlyMap<string, string> = new Map()) => new Map([...given, paramOption(text)]),
    ),
  ];
}

/** Reads the policies that the options name, with documents that are written otherwise. */
export function policySetOf(
  { policy = [], environment, param }: PolicyOptions,
  terminal: Terminal,
  written: readonly DocumentFile[] = [],
): Promise<PolicySet> {
  return loadPolicySet(
    { names: policy, environment: environment ?? null, written, ...(param === undefined ? {} : { params: param }) },
    policySources(terminal),
  );
}

function paramOption(text: string): readonly [string, string] {
  const [, name, value] = /^([^=]+)=(.*)$/s.exec(text) ?? [];
  if (name === undefined || value === undefined) {
    throw new UsageError(
      `--param needs a name and a value, and "${text}" is none. Write for example --param environments=prod,dev.`,
    );
  }
  return [name.trim(), value];
}
