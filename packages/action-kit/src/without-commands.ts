/**
 * Takes the runner's commands out of text that goes to the job log: `::name::` at the start of a line, with or without blanks
 * before, and the older `##[name]` anywhere in it (actions/runner, ActionCommand.cs). A zero-width space leaves it readable.
 */
export function withoutCommands(text: string): string {
  return text.replaceAll(/^(\s*):(?=:)/gm, '$1:\u200b').replaceAll('##[', '#\u200b#[');
}
