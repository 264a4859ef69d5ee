import { lintPolicies, type PolicyLintReport } from '@tollgate/policy-engine';
import { pricingFolder } from '@tollgate/pricing';
import { toJson } from '@tollgate/reporting';
import { knownTypes } from '@tollgate/tags';
import { Command, Option } from 'commander';
import { exitCodes } from '../../exit-code.ts';
import { writeResult } from '../../output.ts';
import { dayOfRun } from '../../policy/day-of-run.ts';
import { testGates } from '../../policy/gates.ts';
import { lintText } from '../../policy/lint-report-text.ts';
import { readPolicyPaths } from '../../policy/policy-paths.ts';
import type { Terminal } from '../../terminal.ts';

interface LintOptions {
  readonly strict?: true;
  readonly now?: string;
  readonly format: 'text' | 'json';
  readonly output?: string;
}

/** `tollgate policy lint [PATH…]`: finds what is wrong with policies, and what should be better. */
export function lintCommand(terminal: Terminal, setExitCode: (code: number) => void): Command {
  return new Command('lint')
    .description('Find mistakes and weak spots in policies, their tests and exceptions.')
    .argument('[path...]', 'files, folders or packs with policies (default: policies)')
    .option('--strict', 'exit with 1 when there are warnings')
    .option('--now <date>', 'day by which exceptions are weighed; today unless given')
    .addOption(new Option('--format <format>', 'how the result is written').choices(['text', 'json']).default('text'))
    .option('--output <file>', 'write the result to a file instead of standard output')
    .action(async (paths: readonly string[], options: LintOptions) => {
      const now = dayOfRun(options.now, terminal);
      const report = await lintPolicies(
        await readPolicyPaths(paths, terminal),
        testGates(pricingFolder(terminal.pricesFolder)),
        {
          now,
          types: knownTypes(),
        },
      );
      const color = terminal.color && options.output === undefined;
      const text = options.format === 'json' ? toJson(report) : lintText(report, { color });
      writeResult(text, options.output, terminal);
      setExitCode(exitCodeOfLint(report, options));
    });
}

function exitCodeOfLint({ summary: { errors, warnings } }: PolicyLintReport, { strict }: LintOptions): number {
  if (errors > 0) return exitCodes.failed;
  return warnings > 0 && strict === true ? exitCodes.blocked : exitCodes.passed;
}
