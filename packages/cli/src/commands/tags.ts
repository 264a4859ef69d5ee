import { toJson } from '@tollgate/reporting';
import { resourceViews } from '@tollgate/resources';
import { measureCompliance, prepareResources, requiredTagsDocument, tagReport } from '@tollgate/tags';
import { Command, Option } from 'commander';
import { UsageError } from '../error.ts';
import { writeResult } from '../output.ts';
import { type PolicyOptions, policyOptions, policySetOf } from '../policy/policy-options.ts';
import { type RequiredTagsOptions, requiredTagsOptions } from '../policy/required-tags-options.ts';
import { type RunOptions, resourcesRun, runOptions } from '../policy/run-options.ts';
import { type ConfigurationOptions, configurationOptions } from '../resources/configuration-options.ts';
import { moduleLookup } from '../resources/module-lookup.ts';
import { type ProviderSchemaOptions, providerSchemaOption } from '../resources/provider-schema-option.ts';
import { openPresentResources, openResources } from '../resources/read-resources.ts';
import { titleOf } from '../resources/title.ts';
import { type ComplianceFormat, complianceFormats, complianceReport } from '../tags/compliance-report.ts';
import { tagsText } from '../tags/tags-text.ts';
import type { Terminal } from '../terminal.ts';

interface TagsOptions
  extends PolicyOptions,
    RequiredTagsOptions,
    RunOptions,
    ProviderSchemaOptions,
    ConfigurationOptions {
  readonly compliance?: boolean;
  readonly ownerTag?: string;
  readonly format: ComplianceFormat;
  readonly output?: string;
}

/** `tollgate tags [DIR|PLAN|STATE]`: the tags that resources have, or how they keep the policies about tags. */
export function tagsCommand(terminal: Terminal): Command {
  const configuration = configurationOptions();
  const command = new Command('tags').argument(
    '[path]',
    'folder of a root module, or a plan or state as JSON; - reads one from standard input',
    '.',
  );
  const options = [
    ...configuration.options,
    providerSchemaOption(),
    new Option('--compliance', 'count the resources that keep the policies about tags, by rule, owner and module'),
    new Option('--owner-tag <key>', 'for --compliance: the tag that names the owner; CODEOWNERS unless given'),
    ...policyOptions(),
    ...requiredTagsOptions(),
    ...runOptions(),
    new Option('--format <format>', 'how the result is written; markdown goes with --compliance')
      .choices(complianceFormats)
      .default('text'),
    new Option('--output <file>', 'write the result to a file instead of standard output'),
  ];
  for (const option of options) command.addOption(option);
  return command.action(async (path: string, given: TagsOptions) => {
    const request = { ...given, path, variables: configuration.variables, base: null };
    const color = given.output === undefined && terminal.color;
    if (given.compliance === true) {
      const set = await complianceSet(given, terminal);
      const { judge } = await prepareResources(set);
      const found = (await openResources(request, terminal))();
      const run = await resourcesRun(given, terminal);
      const { ownerTag } = given;
      const compliance = measureCompliance(set, found, judge(found, run), {
        date: run.now,
        ...(ownerTag === undefined ? {} : { ownerTag }),
      });
      writeResult(complianceReport(compliance, given.format, color), given.output, terminal);
      return;
    }
    refuseComplianceOptions(given);
    const found = (await openPresentResources(request, terminal))();
    const { input, taggability } = found;
    const report = tagReport(input, taggability === undefined ? {} : { taggability });
    const text =
      given.format === 'json'
        ? toJson(report)
        : tagsText(report, { title: titleOf(found, given), color, moduleOf: moduleLookup(resourceViews(input)) });
    writeResult(text, given.output, terminal);
  });
}

function complianceSet(options: TagsOptions, terminal: Terminal) {
  const { policy, requiredTags, onUnknown } = options;
  if (policy === undefined && requiredTags === undefined) {
    throw new UsageError(
      'There is nothing to measure compliance by. Give policies with --policy, such as --policy policies, or tag keys with --required-tags.',
    );
  }
  const written = requiredTags === undefined ? [] : [requiredTagsDocument(requiredTags, onUnknown)];
  return policySetOf(options, terminal, written);
}

function refuseComplianceOptions({ policy, requiredTags, ownerTag, format }: TagsOptions): void {
  const given = [
    policy === undefined ? undefined : '--policy',
    requiredTags === undefined ? undefined : '--required-tags',
    ownerTag === undefined ? undefined : '--owner-tag',
    format === 'markdown' ? '--format markdown' : undefined,
  ].find((name) => name !== undefined);
  if (given !== undefined) throw new UsageError(`${given} goes with --compliance. Give both, or leave it out.`);
}
