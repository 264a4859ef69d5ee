import { sourceNames, summarizeBook } from '@tollgate/pricing';
import { toJson } from '@tollgate/reporting';
import { Command, Option } from 'commander';
import { writeResult } from '../../output.ts';
import { bookText } from '../../prices/book-text.ts';
import { bookShards, openPriceFiles } from '../../prices/price-files.ts';
import type { Terminal } from '../../terminal.ts';

interface InfoOptions {
  readonly format: 'text' | 'json';
  readonly output?: string;
}

/** `tollgate prices info`: which services the price book has, how many prices, where they come from and how old they are. */
export function infoCommand(terminal: Terminal): Command {
  return new Command('info')
    .description('Show which services the price book has, where its prices come from, and how old they are.')
    .addOption(new Option('--format <format>', 'how the result is written').choices(['text', 'json']).default('text'))
    .option('--output <file>', 'write the result to a file instead of standard output')
    .action(({ format, output }: InfoOptions) => {
      const files = openPriceFiles(terminal);
      const summary = summarizeBook(files, bookShards(terminal));
      for (const problem of summary.problems) terminal.writeError(`${problem}\n`);
      const text = format === 'json' ? toJson(summary) : bookText(summary, sourceNames(files));
      writeResult(text, output, terminal);
    });
}
