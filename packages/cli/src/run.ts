import { failureMessage } from '@tollgate/reporting';
import { Command, CommanderError } from 'commander';
import { checkCommand } from './commands/check.ts';
import { evalCommand } from './commands/eval.ts';
import { fixCommand } from './commands/fix.ts';
import { policyCommand } from './commands/policy/policy.ts';
import { tagsCommand } from './commands/tags.ts';
import { exitCodes } from './exit-code.ts';
import type { Terminal } from './terminal.ts';

/** Runs the command with its arguments and gives the exit code. Nothing is thrown: what goes wrong is a message and exit code 2. */
export async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  let exitCode: number = exitCodes.passed;
  const program = new Command('tollgate')
    .description('Gates infrastructure changes in the pull request and before the deployment.')
    .configureOutput({ writeOut: terminal.writeOut, writeErr: terminal.writeError })
    .configureHelp({ showGlobalOptions: true })
    .exitOverride()
    .showSuggestionAfterError()
    .showHelpAfterError('Run with --help to see how it is used.');
  const setExitCode = (code: number) => {
    exitCode = code;
  };
  for (const command of [checkCommand, fixCommand, tagsCommand, evalCommand, policyCommand].map((make) =>
    make(terminal, setExitCode),
  ))
    adopt(command, program);
  try {
    await program.parseAsync([...args], { from: 'user' });
    return exitCode;
  } catch (error) {
    // Commander has written its message already; help and version are no mistake.
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.passed : exitCodes.failed;
    terminal.writeError(`${failureMessage(error)}\n`);
    return exitCodes.failed;
  }
}

/** Adds a command with what is below it: all of them write and fail as the program does. */
function adopt(command: Command, parent: Command): void {
  command.copyInheritedSettings(parent);
  for (const below of command.commands) below.copyInheritedSettings(command);
  parent.addCommand(command);
}
