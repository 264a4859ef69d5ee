/**
 * Writes lines as a block that GitHub offers to put in the place of the lines that the comment is on, see
 * https://docs.github.com/en/pull-requests/collaborating-with-pull-requests/reviewing-changes-in-pull-requests/incorporating-feedback-in-your-pull-request
 * The lines come with their own line ends and stay as they are: the fence is longer than any run of backticks in them.
 */
export function suggestionBlock(lines: readonly string[]): string {
  const text = lines.join('');
  const runs = text.match(/`{3,}/g) ?? [];
  const fence = '`'.repeat(Math.max(3, ...runs.map(({ length }) => length + 1)));
  const end = text === '' || text.endsWith('\n') ? '' : '\n';
  return `${fence}suggestion\n${text}${end}${fence}`;
}
