import { JsonDocument } from '../json/document.ts';
import { isList } from '../json/value.ts';
import { readConfiguration } from './configuration.ts';
import type { Plan } from './plan.ts';
import { plans, refuseForeign } from './refusal.ts';
import { readResourceChange } from './resource-change.ts';

/** What makes a document a plan; `terraform show -json` leaves out those that are empty. */
const planMembers = ['resource_changes', 'planned_values', 'configuration'];

const supportedMajors: readonly string[] = ['0', '1'];

/**
 * Reads a plan that `terraform show -json` wrote, format 0.1 to 1.x, in UTF-8 or UTF-16. What is not needed of it
 * (planned values, prior state, drift) is skipped without being built.
 * @throws TerraformError when the bytes are no such plan, or the plan is of a run that failed and therefore incomplete.
 */
export function readPlan(bytes: Uint8Array, options: { readonly file: string }): Plan {
  return planIn(new JsonDocument(plans, options.file, bytes));
}

/** Whether a document has what makes it a plan. */
export function isPlanDocument({ names }: JsonDocument): boolean {
  return planMembers.some((name) => names.has(name));
}

/**
 * Reads the plan in a document.
 * @throws TerraformError when it is none, or the plan is of a run that failed.
 */
export function planIn(document: JsonDocument): Plan {
  const { file, expect } = document;
  if (!isPlanDocument(document)) throw refuseForeign(document);
  const formatVersion = readFormatVersion(document);
  if (document.member('errored') === true) {
    throw document.refusal(
      'Terraform marked the plan as errored, so it lacks the changes that come after the error',
      'Mend the errors that "terraform plan" reports, and plan again.',
    );
  }
  const configurationValue = document.member('configuration');
  const configuration = configurationValue == null ? null : readConfiguration(configurationValue, expect);
  const findKey = configuration?.findProviderConfigKey ?? (() => null);
  const findExpressions = configuration?.findExpressions ?? (() => null);
  const deferred = document.member('deferred_changes');
  return {
    kind: 'plan',
    file,
    formatVersion,
    terraformVersion: expect.optionalString(document.member('terraform_version'), 'terraform_version'),
    complete: document.member('complete') !== false && !(isList(deferred) && deferred.length > 0),
    resources: document.elements('resource_changes').map((span, index) => {
      const path = `resource_changes[${index}]`;
      return readResourceChange(document.parse(span, path), path, expect, findKey, findExpressions);
    }),
    providers: configuration?.providers ?? null,
  };
}

function readFormatVersion(document: JsonDocument): string {
  const version = document.member('format_version');
  if (version === undefined) throw document.refusal('it does not say its format version (format_version is missing)');
  const text = document.expect.string(version, 'format_version');
  const major = /^(\d+)(?:\.\d+)*$/.exec(text)?.[1];
  if (major === undefined) return document.expect.refuse('format_version', `is "${text}", which is no version`);
  if (supportedMajors.includes(major)) return text;
  throw document.refusal(
    `its format version is ${text}, and this release reads the versions 0.1 to 1.x`,
    'Use a release of Tollgate that knows the format, or an older Terraform.',
  );
}
