import { JsonDocument } from '../json/document.ts';
import { isObject, type JsonValue, member } from '../json/value.ts';
import { readRawInstances } from './raw-state.ts';
import { refuseForeign, states } from './refusal.ts';
import { readShownModule } from './shown-state.ts';
import type { State } from './state.ts';

/**
 * Reads a state: the JSON of `terraform show -json`, or a raw state file of version 4 (Terraform 0.12 and newer).
 * @throws TerraformError when the bytes are no such state.
 */
export function readState(bytes: Uint8Array, options: { readonly file: string }): State {
  return stateIn(new JsonDocument(states, options.file, bytes));
}

/**
 * Reads the state in a document.
 * @throws TerraformError when it is none.
 */
export function stateIn(document: JsonDocument): State {
  const { names } = document;
  if (names.has('encrypted_data') || names.has('resource_changes') || names.has('planned_values'))
    throw refuseForeign(document);
  if (names.has('serial') || names.has('lineage')) return readRaw(document);
  // Without resources and outputs "terraform show -json" writes nothing but the version of its format.
  if (names.has('values') || [...names].every((name) => name === 'format_version' || name === 'terraform_version'))
    return readShown(document);
  throw refuseForeign(document);
}

function readShown(document: JsonDocument): State {
  const { file, expect } = document;
  const version = expect.string(document.member('format_version'), 'format_version');
  if (!/^[01](?:\.\d+)*$/.test(version)) {
    throw document.refusal(
      `its format version is ${version}, and this release reads the versions 0.1 to 1.x`,
      'Use a release of Tollgate that knows the format, or an older Terraform.',
    );
  }
  const values = document.member('values');
  const root = member(values, 'root_module');
  return {
    kind: 'state',
    file,
    terraformVersion: expect.optionalString(document.member('terraform_version'), 'terraform_version'),
    resources: root === undefined ? [] : readShownModule(root, 'values.root_module', expect),
    outputs: readOutputs(member(values, 'outputs'), 'values.outputs', document),
    sensitiveComplete: true,
  };
}

function readRaw(document: JsonDocument): State {
  const { file, expect } = document;
  const version = document.member('version');
  if (version !== 4) {
    throw document.refusal(
      `its version is ${typeof version === 'number' ? version : 'missing'}, and this release reads version 4 (Terraform 0.12 and newer)`,
    );
  }
  return {
    kind: 'state',
    file,
    terraformVersion: expect.optionalString(document.member('terraform_version'), 'terraform_version'),
    resources: document.elements('resources').flatMap((span, index) => {
      const path = `resources[${index}]`;
      return readRawInstances(document.parse(span, path), path, expect);
    }),
    outputs: readOutputs(document.member('outputs'), 'outputs', document),
    sensitiveComplete: false,
  };
}

function readOutputs(value: JsonValue | undefined, path: string, { expect }: JsonDocument): State['outputs'] {
  if (value === undefined || value === null) return new Map();
  return new Map(
    Object.entries(expect.object(value, path)).map(([name, output]) => {
      if (!isObject(output)) return expect.refuse(`${path}[${JSON.stringify(name)}]`, 'is no object');
      return [name, { value: member(output, 'value') ?? null, sensitive: member(output, 'sensitive') === true }];
    }),
  );
}
