import { Command, CommanderError } from 'commander';
import { commands } from './commands/commands.ts';
import { exitCodes } from './exit-code.ts';
import type { Terminal } from './terminal.ts';

/**
 * Runs the command with its arguments and gives the exit code. Nothing is thrown: what goes wrong is a message and exit code 2.
 * Only the command that is wanted is loaded.
 */
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
  const [wanted] = args.filter((argument) => !argument.startsWith('-') && argument !== 'help');
  for (const { name, synopsis, summary, load } of commands) {
    const command = name === wanted ? (await load())(terminal, setExitCode) : new Command(name).arguments(synopsis);
    adopt(command.description(summary), program);
  }
  try {
    await program.parseAsync([...args], { from: 'user' });
    return exitCode;
  } catch (error) {
    // Commander has written its message already; help and version are no mistake.
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.passed : exitCodes.failed;
    // Loaded late: the reports bring the policy engine, which a command such as "--help" does not need.
    const { failureMessage } = await import('@tollgate/reporting');
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
