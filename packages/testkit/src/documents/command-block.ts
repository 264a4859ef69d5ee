import type { CodeBlock } from './markdown.ts';

/** One command of a block; a command over several lines is joined. */
export interface BlockCommand {
  readonly text: string;
  readonly line: number;
}

/** The commands of a block of shell, and what its page says about running them. */
export interface CommandBlock {
  readonly commands: readonly BlockCommand[];
  /** What the commands write; undefined when the page does not show it. */
  readonly output: string | undefined;
  /** The folder that they run in, relative to the root of the repository. */
  readonly folder: string;
  /** Whether they run in a copy of the folder, because they change files. */
  readonly inCopy: boolean;
  /** The exit code of the last command. */
  readonly exitCode: number;
  /** Why they are not run, for example because they need a network. */
  readonly notRun: string | undefined;
}

const shells = ['sh', 'bash', 'shell', 'console'];

/** commandBlock reads a block of shell; undefined when the block is of another language. */
export function commandBlock(block: CodeBlock): CommandBlock | undefined {
  if (!shells.includes(block.language)) return undefined;
  const note = (start: string) =>
    block.notes
      .find((text) => text.startsWith(start))
      ?.slice(start.length)
      .trim();
  const copyOf = note('run in a copy of:');
  // In a console the commands have a prompt, and everything else is what they write.
  const { commands, rest } = readLines(block, block.language === 'console');
  return {
    commands,
    output: rest.length > 0 ? rest.join('\n') : block.output,
    folder: copyOf ?? note('run in:') ?? '.',
    inCopy: copyOf !== undefined,
    exitCode: Number(note('exits with') ?? 0),
    notRun: note('not run:'),
  };
}

function readLines({ text, start }: CodeBlock, hasPrompts: boolean): { commands: BlockCommand[]; rest: string[] } {
  const commands: BlockCommand[] = [];
  const rest: string[] = [];
  let open: BlockCommand | undefined;
  for (const [index, line] of text.split('\n').entries()) {
    if (open === undefined && hasPrompts && !line.startsWith('$ ')) {
      rest.push(line);
      continue;
    }
    const begun: BlockCommand = open ?? { text: '', line: start.line + index };
    const part = open === undefined ? line.replace(/^\$ /, '') : line;
    if (part.endsWith('\\')) {
      open = { ...begun, text: begun.text + part.slice(0, -1) };
      continue;
    }
    open = undefined;
    const command = (begun.text + part).trim();
    if (command !== '' && !command.startsWith('#')) commands.push({ text: command, line: begun.line });
  }
  return { commands, rest };
}
