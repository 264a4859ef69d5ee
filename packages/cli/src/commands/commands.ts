import type { Command } from 'commander';
import type { Terminal } from '../terminal.ts';

/** Makes a command that writes to a terminal and says with which code the process ends. */
type MakeCommand = (terminal: Terminal, setExitCode: (code: number) => void) => Command;

/** A command of which only what the overview shows is at hand: the rest is loaded when it is run. */
interface ListedCommand {
  readonly name: string;
  /** Its arguments, as the overview shows them. */
  readonly synopsis: string;
  readonly summary: string;
  readonly load: () => Promise<MakeCommand>;
}

/** Every command, in the order of the overview. */
export const commands: readonly ListedCommand[] = [
  {
    name: 'check',
    synopsis: '[path]',
    summary: 'Judge the resources of a configuration or a plan, and their tags, with policies.',
    load: async () => (await import('./check.ts')).checkCommand,
  },
  {
    name: 'fix',
    synopsis: '[folder]',
    summary: 'Mend violations of rules about tags and costs by edits of the configuration.',
    load: async () => (await import('./fix.ts')).fixCommand,
  },
  {
    name: 'tags',
    synopsis: '[path]',
    summary: 'Show the tags that resources have after apply, with default tags, and what of them is not known.',
    load: async () => (await import('./tags.ts')).tagsCommand,
  },
  {
    name: 'cost',
    synopsis: '[path]',
    summary: 'Estimate what the resources of a configuration or a plan cost a month.',
    load: async () => (await import('./cost.ts')).costCommand,
  },
  {
    name: 'eval',
    synopsis: '[path]',
    summary: 'Evaluate a Terraform configuration without Terraform: resources, outputs, what is unknown and why.',
    load: async () => (await import('./eval.ts')).evalCommand,
  },
  {
    name: 'policy',
    synopsis: '[command]',
    summary: 'Test, lint, explain, simulate, lock and import policies.',
    load: async () => (await import('./policy/policy.ts')).policyCommand,
  },
  {
    name: 'prices',
    synopsis: '[command]',
    summary: 'Show where prices come from, and look up a rate.',
    load: async () => (await import('./prices/prices.ts')).pricesCommand,
  },
  {
    name: 'init',
    synopsis: '[folder]',
    summary: 'Write a workflow and the files of its gates for a repository.',
    load: async () => (await import('./init.ts')).initCommand,
  },
];
