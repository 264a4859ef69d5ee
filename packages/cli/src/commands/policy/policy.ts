import { Command } from 'commander';
import type { Terminal } from '../../terminal.ts';
import { explainCommand } from './explain.ts';
import { importCommand } from './import.ts';
import { lintCommand } from './lint.ts';
import { lockCommand } from './lock.ts';
import { simulateCommand } from './simulate.ts';
import { testCommand } from './test.ts';

/** `tollgate policy …`: works on policies themselves. */
export function policyCommand(terminal: Terminal, setExitCode: (code: number) => void): Command {
  const command = new Command('policy');
  for (const make of [testCommand, lintCommand, explainCommand, simulateCommand, lockCommand, importCommand])
    command.addCommand(make(terminal, setExitCode));
  return command;
}
