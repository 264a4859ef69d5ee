import { TerraformError } from '../error.ts';
import { findJsonFault } from '../json/fault.ts';
import { maxDepth, maxMembers, type ScanProblem } from '../json/scan.ts';

/** What to do about a file that is no plan in JSON. */
const howToWrite = 'Write the plan with: terraform plan -out=tfplan && terraform show -json tfplan > plan.json';

/** A refusal of a whole file: what is wrong with it, and the way out. */
export function refusal(file: string, problem: string, wayOut: string = howToWrite): TerraformError {
  return new TerraformError(file, `Cannot read the plan ${file}: ${problem}. ${wayOut}`);
}

/** The refusal of bytes that are no text a plan could be; null when they may be one. */
export function refuseBinary(file: string, bytes: Uint8Array): TerraformError | null {
  if (bytes.length === 0) {
    return refusal(
      file,
      'the file is empty. The command that should have written it has failed or was not run',
      howToWrite,
    );
  }
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
    return refusal(
      file,
      "it is a saved plan in Terraform's own binary format",
      `Turn it into JSON with: terraform show -json ${file} > plan.json`,
    );
  }
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return refusal(file, 'it is compressed', 'Unpack it first.');
  return null;
}

/** The refusal of a text whose brackets or values are not JSON. */
export function refuseBroken(file: string, utf8: Buffer): TerraformError {
  const start = utf8.toString('utf8', 0, 400).trimStart();
  if (start === '' && utf8.length <= 400) return refusal(file, 'there is nothing in it but spaces');
  if (start.startsWith('[command]')) {
    return refusal(
      file,
      'it begins with a line that the wrapper of hashicorp/setup-terraform has written',
      'Set "terraform_wrapper: false" in that step, and write the plan again.',
    );
  }
  if (start.startsWith('{') && /^\{[^{}]*"@(?:level|message|module|timestamp)"/.test(start)) return refuseStream(file);
  const fault = findJsonFault(utf8);
  if (fault === null) return refusal(file, 'it is JSON, and not an object');
  if (fault.kind === 'end') {
    const where = `in line ${fault.line}, column ${fault.column}`;
    return refusal(file, `the file ends too early, ${where}: it was cut off while it was written or copied`);
  }
  const found = nameCharacter(utf8, fault.offset);
  return refusal(file, `it is not JSON: unexpected ${found} in line ${fault.line}, column ${fault.column}`);
}

/** The refusal of a text that could not be scanned, by the reason. */
export function refuseUnscanned(file: string, utf8: Buffer, problem: ScanProblem): TerraformError {
  const count = (limit: number) => limit.toLocaleString('en-US');
  switch (problem) {
    case 'broken':
      return refuseBroken(file, utf8);
    case 'deep':
      return refusal(
        file,
        `its values are nested more than ${count(maxDepth)} levels deep, which no configuration makes`,
      );
    case 'wide':
      return refusal(file, `it has more than ${count(maxMembers)} members, where a plan has some twenty`);
  }
}

/** The refusal of a part with more values than memory is kept for. */
export function refuseValues(file: string, part: string, limit: number): TerraformError {
  return refusal(
    file,
    `${part} has more than ${limit.toLocaleString('en-US')} values, which no configuration makes`,
    'Look at what wrote the file.',
  );
}

/** The refusal of what `terraform plan -json` prints: one message a line. */
export function refuseStream(file: string): TerraformError {
  return refusal(file, 'it holds the progress messages of "terraform plan -json" (one a line) and not the plan itself');
}

/** The refusal of JSON that has no part of a plan, by the names of its members. */
export function refuseForeign(file: string, names: ReadonlySet<string>): TerraformError {
  if (names.has('@level') || names.has('@message')) return refuseStream(file);
  if (names.has('serial') || names.has('lineage')) {
    return refusal(
      file,
      'it is a Terraform state file (it has a serial and a lineage), which holds what exists and no changes',
    );
  }
  if (names.has('values')) {
    return refusal(
      file,
      'it is the JSON of a state (it has values and no resource_changes), which holds what exists and no changes',
    );
  }
  if (names.has('provider_schemas')) return refusal(file, 'it holds the schemas of providers and no plan');
  return refusal(
    file,
    'it is JSON, and no Terraform plan: it has none of resource_changes, planned_values and configuration',
  );
}

/** A character for a message: itself, or its code where it cannot be seen. */
function nameCharacter(utf8: Buffer, offset: number): string {
  const character = String.fromCodePoint(utf8.toString('utf8', offset, offset + 4).codePointAt(0) ?? 0xfffd);
  if (/^[\p{L}\p{N}\p{P}\p{S}]$/u.test(character)) return character === '"' ? 'quotation mark' : `"${character}"`;
  return `character U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
