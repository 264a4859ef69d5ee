/** A name from the configuration as messages mark it. It can come from a pull request, and a back quote in it would end the mark. */
export function codeMark(name: string): string {
  return `\`${name.replaceAll('`', "'")}\``;
}
