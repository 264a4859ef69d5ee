export { type ArrangedReport, arrange, counted, type Report } from './arrange.ts';
export { failureMessage } from './failure.ts';
export { toJson } from './json.ts';
export { type MarkdownOptions, toMarkdown } from './markdown.ts';
export { plainHeadline, type TerminalOptions, toTerminal } from './terminal.ts';
export { clip, visible } from './visible.ts';
