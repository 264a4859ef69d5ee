import type { TerraformError } from '../error.ts';
import { decodeText } from '../json/encoding.ts';
import { type Expect, expecting } from '../json/expect.ts';
import { type Scanned, type Span, scanDocument, scanList } from '../json/scan.ts';
import { isList, type JsonValue } from '../json/value.ts';
import { readConfiguration } from './configuration.ts';
import type { Plan } from './plan.ts';
import { refusal, refuseBinary, refuseBroken, refuseForeign, refuseUnscanned, refuseValues } from './refusal.ts';
import { readResourceChange } from './resource-change.ts';

/** The largest plan that is read, in bytes. At about 8 kB a resource it is a plan of 30,000 resources. */
export const maxPlanBytes = 256 * 1024 * 1024;

/**
 * The most values that a list of a plan may have, and that one value of it may have inside. A real plan of the largest size has
 * some 10 million; a file of nothing but brackets or keys has many times that, and would take all memory.
 */
const maxListedValues = 15_000_000;
const maxValuesInside = 4_000_000;

/** What makes a document a plan; `terraform show -json` leaves out those that are empty. */
const planMembers = ['resource_changes', 'planned_values', 'configuration'];

const supportedMajors: readonly string[] = ['0', '1'];

const openBracket = 0x5b;

/**
 * Reads a plan that `terraform show -json` wrote, format 0.1 to 1.x, in UTF-8 or UTF-16. What is not needed of it
 * (planned values, prior state, drift) is skipped without being built.
 * @throws TerraformError when the bytes are no such plan, or the plan is of a run that failed and therefore incomplete.
 */
export function readPlan(bytes: Uint8Array, options: { readonly file: string }): Plan {
  const { file } = options;
  const binary = refuseBinary(file, bytes);
  if (binary !== null) throw binary;
  if (bytes.length > maxPlanBytes) throw refuseSize(file, bytes.length);
  const decoded = decodeText(bytes);
  if (decoded.kind === 'refused') throw refusal(file, decoded.why);
  return readMembers(new PlanDocument(file, decoded.utf8));
}

function readMembers(document: PlanDocument): Plan {
  const { file, names, expect } = document;
  if (!planMembers.some((name) => names.has(name))) throw refuseForeign(file, names);
  const formatVersion = readFormatVersion(document);
  if (document.member('errored') === true) {
    throw refusal(
      file,
      'Terraform marked the plan as errored, so it lacks the changes that come after the error',
      'Mend the errors that "terraform plan" reports, and plan again.',
    );
  }
  const configurationValue = document.member('configuration');
  const configuration = configurationValue == null ? null : readConfiguration(configurationValue, expect);
  const findKey = configuration?.findProviderConfigKey ?? (() => null);
  const deferred = document.member('deferred_changes');
  return {
    kind: 'plan',
    file,
    formatVersion,
    terraformVersion: expect.optionalString(document.member('terraform_version'), 'terraform_version'),
    complete: document.member('complete') !== false && !(isList(deferred) && deferred.length > 0),
    resources: document.elements('resource_changes').map((span, index) => {
      const path = `resource_changes[${index}]`;
      return readResourceChange(document.parse(span, path), path, expect, findKey);
    }),
    providers: configuration?.providers ?? null,
  };
}

function readFormatVersion(document: PlanDocument): string {
  const version = document.member('format_version');
  if (version === undefined)
    throw refusal(document.file, 'it does not say its format version (format_version is missing)');
  const text = document.expect.string(version, 'format_version');
  const major = /^(\d+)(?:\.\d+)*$/.exec(text)?.[1];
  if (major === undefined) return document.expect.refuse('format_version', `is "${text}", which is no version`);
  if (supportedMajors.includes(major)) return text;
  throw refusal(
    document.file,
    `its format version is ${text}, and this release reads the versions 0.1 to 1.x`,
    'Use a release of Tollgate that knows the format, or an older Terraform.',
  );
}

/** The refusal of a file by its size in bytes. */
export function refuseSize(file: string, size: number): TerraformError {
  const mebibytes = (count: number) => `${Math.ceil(count / 1024 / 1024).toLocaleString('en-US')} MiB`;
  return refusal(
    file,
    `it has ${mebibytes(size)}, and at most ${mebibytes(maxPlanBytes)} are read`,
    'Split the configuration into smaller ones, or plan a part of it with -target.',
  );
}

/** A document whose members are parsed one by one when they are asked for. */
class PlanDocument {
  readonly file: string;
  readonly expect: Expect;
  readonly names: ReadonlySet<string>;
  readonly #utf8: Buffer;
  readonly #members: ReadonlyMap<string, Span>;

  /** @throws TerraformError when the text is no JSON object. */
  constructor(file: string, utf8: Buffer) {
    this.file = file;
    this.expect = expecting(file);
    this.#utf8 = utf8;
    this.#members = this.#scanned(scanDocument(utf8));
    this.names = new Set(this.#members.keys());
  }

  /** The value of a member; undefined when the document does not have it. */
  member(name: string): JsonValue | undefined {
    const span = this.#members.get(name);
    return span === undefined ? undefined : this.parse(span, name);
  }

  /** Where the elements of a list stand; none when the document does not have it. */
  elements(name: string): readonly Span[] {
    const span = this.#members.get(name);
    if (span === undefined) return [];
    if (this.#utf8[span.start] !== openBracket) {
      const value = this.parse(span, name);
      if (value !== null) this.expect.list(value, name);
      return [];
    }
    if (span.values > maxListedValues) throw refuseValues(this.file, name, maxListedValues);
    return this.#scanned(scanList(this.#utf8, span));
  }

  /** The value at a place that has the given path. */
  parse(span: Span, path: string): JsonValue {
    if (span.values > maxValuesInside) throw refuseValues(this.file, path, maxValuesInside);
    try {
      return JSON.parse(this.#utf8.toString('utf8', span.start, span.end));
    } catch {
      throw refuseBroken(this.file, this.#utf8);
    }
  }

  #scanned<T>(scanned: Scanned<T>): T {
    if (scanned.ok) return scanned.value;
    throw refuseUnscanned(this.file, this.#utf8, scanned.problem);
  }
}
