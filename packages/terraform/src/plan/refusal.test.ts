import { describe, expect, it } from 'vitest';
import { bucket, encode, planOf, smallPlan } from '../../test/small-plan.ts';
import { TerraformError } from '../error.ts';
import type { JsonValue } from '../json/value.ts';
import { readPlan } from './read-plan.ts';
import { maxPlanBytes } from './refusal.ts';

/** The message with which a file is refused. */
function refusalOf(bytes: Uint8Array | string): string {
  try {
    readPlan(typeof bytes === 'string' ? Buffer.from(bytes) : bytes, { file: 'infra/plan.json' });
  } catch (error) {
    if (error instanceof TerraformError && error.file === 'infra/plan.json') return error.message;
    throw error;
  }
  return 'not refused';
}

const text = JSON.stringify(planOf([bucket()]), null, 2);
const wayOut = 'Write the plan with: terraform plan -out=tfplan && terraform show -json tfplan > plan.json';

describe('files that are no plan', () => {
  it.each([
    ['an empty file', '', 'the file is empty. The command that should have written it has failed'],
    ['spaces', ' \n\t\r\n ', 'there is nothing in it but spaces'],
    [
      'a saved plan',
      'PK\u0003\u0004\u0014\0\0\0',
      "it is a saved plan in Terraform's own binary format. Turn it into JSON with: terraform show -json infra/plan.json > plan.json",
    ],
    ['a compressed file', Uint8Array.of(0x1f, 0x8b, 8, 0), 'it is compressed'],
    ['UTF-32', Buffer.from([0xff, 0xfe, 0, 0, 0x7b, 0, 0, 0]), 'its encoding is UTF-32'],
    ['UTF-32 without a mark', Buffer.from([0x7b, 0, 0, 0, 0x7d, 0, 0, 0]), 'its encoding is UTF-32 or binary'],
    ['Latin-1', Buffer.from('{"format_version":"gr\xf6\xdfe"}', 'latin1'), 'its encoding is neither UTF-8 nor UTF-16'],
    [
      'half a UTF-16 character',
      Buffer.from(`\ufeff${text}`, 'utf16le').subarray(0, 101),
      'it begins as UTF-16 text and then is damaged or cut off',
    ],
    [
      'a plan for people',
      '\nTerraform will perform the following actions:\n',
      `it is not JSON: unexpected "T" in line 2, column 1. ${wayOut}`,
    ],
    ['a terminal escape', '\u001b[1mPlan:', 'it is not JSON: unexpected character U+001B in line 1, column 1'],
    [
      'a line of the wrapper',
      `[command]/opt/terraform-bin show -json tfplan\n${text}`,
      'it begins with a line that the wrapper of hashicorp/setup-terraform has written. Set "terraform_wrapper: false"',
    ],
    [
      'a comma too many',
      '{"format_version": "1.2",\n "planned_values": {},\n}',
      'it is not JSON: unexpected "}" in line 3, column 1',
    ],
    [
      'a mistake in a change',
      text.replace('"managed"', 'managed'),
      'it is not JSON: unexpected "m" in line 10, column 15',
    ],
    [
      'a mistake in what is skipped',
      text.replace('"root_module": {}', '"root_module": }'),
      'it is not JSON: unexpected "}" in line 5, column 20',
    ],
    [
      'a plan that is cut off',
      text.slice(0, 300),
      'the file ends too early, in line 13, column 43: it was cut off while it was written or copied',
    ],
    ['two plans', `${text}\n${text}`, 'it is not JSON: unexpected "{" in line 29, column 1'],
    ['a list', '[{"address": "a"}]', 'it is JSON, and not an object'],
    ['a word', 'null', 'it is JSON, and not an object'],
    [
      'other JSON',
      '{"name": "package"}',
      'it is JSON, and no Terraform plan: it has none of resource_changes, planned_values and configuration',
    ],
    ['the answer to an empty state', '{"format_version":"1.0"}', 'it is JSON, and no Terraform plan'],
    [
      'the JSON of a state',
      '{"format_version":"1.0","terraform_version":"1.11.4","values":{"root_module":{}}}',
      'it is the JSON of a state (it has values and no resource_changes)',
    ],
    [
      'a state file',
      '{"version":4,"terraform_version":"1.11.4","serial":3,"lineage":"x","outputs":{},"resources":[]}',
      'it is a Terraform state file (it has a serial and a lineage)',
    ],
    ['schemas', '{"format_version":"1.0","provider_schemas":{}}', 'it holds the schemas of providers and no plan'],
    [
      'a stream of messages',
      '{"@level":"info","@message":"Terraform 1.11.4","type":"version"}\n{"@level":"info","type":"planned_change"}\n',
      'it holds the progress messages of "terraform plan -json" (one a line) and not the plan itself',
    ],
    [
      'one message',
      '{"@level":"info","@message":"Terraform 1.11.4","type":"version"}\n',
      'it holds the progress messages of "terraform plan -json"',
    ],
    [
      'a version of the future',
      smallPlan({ format_version: '2.0' }),
      'its format version is 2.0, and this release reads the versions 0.1 to 1.x. Use a release of Tollgate that knows the format',
    ],
    [
      'no version',
      encode({ ...planOf([]), format_version: undefined }),
      'it does not say its format version (format_version is missing)',
    ],
    [
      'an errored plan',
      smallPlan({ errored: true }),
      'Terraform marked the plan as errored, so it lacks the changes that come after the error. Mend the errors',
    ],
    [
      'values that are nested too deeply',
      text.replace('"logs"', `${'['.repeat(1001)}${']'.repeat(1001)}`),
      'its values are nested more than 1,000 levels deep',
    ],
  ])('refuses %s', (_, bytes, problem) => {
    expect(refusalOf(bytes)).toContain(`Cannot read the plan infra/plan.json: ${problem}`);
  });

  it.each([
    ['one change', `[${'0,'.repeat(4_000_000)}0]`, 'resource_changes[0] has more than 4,000,000 values'],
    [
      'all changes',
      `0}}${`,{"a":[${'0,'.repeat(3_000_000)}0]}`.repeat(5)},{"a":{"a":0`,
      'resource_changes has more than 15,000,000 values',
    ],
  ])('refuses more values in %s than memory is kept for', (_, values, problem) => {
    const minified = JSON.stringify(planOf([bucket({}, { after: { bucket: 'here' } })]));
    expect(refusalOf(minified.replace('"here"', () => values))).toContain(
      `Cannot read the plan infra/plan.json: ${problem}`,
    );
  });

  it('refuses a document with more members than a plan can have', () => {
    const members = Object.fromEntries([...Array(1001).keys()].map((name) => [`a${name}`, 0]));
    expect(refusalOf(encode(members))).toContain('it has more than 1,000 members, where a plan has some twenty');
  });

  it('refuses a file that is too large without looking into it', () => {
    expect(refusalOf(new Uint8Array(maxPlanBytes + 1).fill(0x20, 0, 1))).toBe(
      'Cannot read the plan infra/plan.json: it has 257 MiB, and at most 256 MiB are read. Split the configuration into smaller ones, or plan a part of it with -target.',
    );
  });
});

describe('values that are not as the format says', () => {
  const inChanges = (...changes: JsonValue[]) => encode(planOf(changes));
  const inConfiguration = (configuration: JsonValue) => smallPlan({ configuration });

  it.each([
    [smallPlan({ format_version: 1 }), 'format_version is the number 1, where a text is expected'],
    [smallPlan({ format_version: 'one' }), 'format_version is "one", which is no version'],
    [smallPlan({ terraform_version: ['1'] }), 'terraform_version is a list, where a text is expected'],
    [smallPlan({ resource_changes: {} }), 'resource_changes is an object, where a list is expected'],
    [smallPlan({ resource_changes: 'none' }), 'resource_changes is a text, where a list is expected'],
    [inChanges(bucket(), 'x'), 'resource_changes[1] is a text, where an object is expected'],
    [inChanges(bucket({ address: 7 })), 'resource_changes[0].address is the number 7, where a text is expected'],
    [inChanges(bucket({ address: '' })), 'resource_changes[0].address is an empty text, where a text is expected'],
    [inChanges(bucket({ type: null })), 'resource_changes[0].type is null, where a text is expected'],
    [inChanges(bucket({ name: [] })), 'resource_changes[0].name is a list, where a text is expected'],
    [
      inChanges(bucket({ mode: 'list' })),
      'resource_changes[0].mode is "list", where managed, data or ephemeral is expected',
    ],
    [
      inChanges(bucket({ index: true })),
      'resource_changes[0].index is the boolean true, where a text or a number is expected',
    ],
    [
      inChanges(bucket({ provider_name: {} })),
      'resource_changes[0].provider_name is an object, where a text is expected',
    ],
    [
      inChanges(bucket({ module_address: 'site' })),
      'resource_changes[0].module_address is not the address of a module',
    ],
    [inChanges(bucket({ change: [] })), 'resource_changes[0].change is a list, where an object is expected'],
    [
      inChanges(bucket({}, { actions: 'create' })),
      'resource_changes[0].change.actions is a text, where a list is expected',
    ],
    [
      inChanges(bucket({}, { actions: ['create', 1] })),
      'resource_changes[0].change.actions[1] is the number 1, where a text is expected',
    ],
    [inChanges(bucket({}, { actions: [] })), 'resource_changes[0].change.actions is [], which is no action known here'],
    [
      inChanges(bucket({}, { actions: ['toString'] })),
      'resource_changes[0].change.actions is ["toString"], which is no action',
    ],
    [
      inChanges(bucket({}, { actions: ['update', 'delete'] })),
      'change.actions is ["update", "delete"], which is no action',
    ],
    [inChanges(bucket({}, { after: [] })), 'resource_changes[0].change.after is a list, where an object is expected'],
    [
      inChanges(bucket({}, { after_unknown: 'x' })),
      'resource_changes[0].change.after_unknown is a text, where an object is expected',
    ],
    [inChanges(bucket({}, { after_sensitive: [] })), 'resource_changes[0].change.after_sensitive is a list, where'],
    [
      inChanges(bucket({}, { importing: 'id' })),
      'resource_changes[0].change.importing is a text, where an object is expected',
    ],
    [inConfiguration([]), 'configuration is a list, where an object is expected'],
    [inConfiguration({ provider_config: [] }), 'configuration.provider_config is a list, where an object is expected'],
    [inConfiguration({ provider_config: { aws: 1 } }), 'configuration.provider_config["aws"] is the number 1, where'],
    [
      inConfiguration({ root_module: { resources: {} } }),
      'configuration.root_module.resources is an object, where a list',
    ],
    [
      inConfiguration({ root_module: { module_calls: { a: { module: { resources: [null] } } } } }),
      'configuration.root_module.module_calls["a"].module.resources[0] is null, where an object is expected',
    ],
  ])('names the place: %#', (bytes, problem) => {
    expect(refusalOf(bytes)).toContain(
      `Cannot read the plan infra/plan.json: ${problem}`.replace(': change', ': resource_changes[0].change'),
    );
  });

  it('says when something is missing', () => {
    const { change: _, ...rest } = bucket();
    expect(refusalOf(encode(planOf([rest])))).toContain('resource_changes[0].change is missing.');
  });
});
