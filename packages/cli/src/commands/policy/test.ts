import { documentsError, type PolicyTestReport, testPolicies } from '@tollgate/policy-engine';
import { pricingFolder } from '@tollgate/pricing';
import { toJson, toTerminal } from '@tollgate/reporting';
import { Command, Option } from 'commander';
import { exitCodes } from '../../exit-code.ts';
import { writeResult } from '../../output.ts';
import { testGates } from '../../policy/gates.ts';
import { readPolicyPaths } from '../../policy/policy-paths.ts';
import { testsAsJUnit } from '../../policy/test-report-junit.ts';
import { arrangedTests } from '../../policy/test-report-text.ts';
import type { Terminal } from '../../terminal.ts';

interface TestOptions {
  readonly coverageRequired?: true;
  readonly format: 'text' | 'json' | 'junit';
  readonly output?: string;
}

/** `tollgate policy test [PATH…]`: runs the tests that were written beside policies. */
export function testCommand(terminal: Terminal, setExitCode: (code: number) => void): Command {
  return new Command('test')
    .description('Run the tests of policies, and count which rules they show to fail and to pass.')
    .argument('[path...]', 'files, folders or packs with policies and their tests (default: policies)')
    .option('--coverage-required', 'fail when a rule has no failing or no passing case')
    .addOption(
      new Option('--format <format>', 'how the result is written').choices(['text', 'json', 'junit']).default('text'),
    )
    .option('--output <file>', 'write the result to a file instead of standard output')
    .action(async (paths: readonly string[], options: TestOptions) => {
      const { documents, problems, readBeside } = await readPolicyPaths(paths, terminal);
      if (problems.length > 0) throw documentsError(problems);
      const report = await testPolicies(documents, testGates(pricingFolder(terminal.pricesFolder)), {
        coverageRequired: options.coverageRequired === true,
        readBeside,
      });
      writeResult(reportText(report, options, terminal), options.output, terminal);
      setExitCode(report.outcome === 'passed' ? exitCodes.passed : exitCodes.blocked);
    });
}

function reportText(report: PolicyTestReport, { format, output }: TestOptions, { color }: Terminal): string {
  switch (format) {
    case 'json':
      return toJson(report);
    case 'junit':
      return testsAsJUnit(report);
    case 'text':
      return toTerminal(arrangedTests(report), { color: color && output === undefined });
  }
}
