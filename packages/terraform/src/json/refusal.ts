import { TerraformError } from '../error.ts';
import { findJsonFault } from './fault.ts';
import { maxDepth, maxMembers, type ScanProblem } from './scan.ts';

/** What a file is read as, for the sentences that refuse one. */
export interface DocumentKind {
  /** `plan`, `state`. */
  readonly name: string;
  /** What to do about a file that is something else, as a sentence. */
  readonly wayOut: string;
  /** Where the text comes from when it is right, for a mistake inside of it. */
  readonly origin: string;
  /** The most bytes that are read, and what to do about a larger file. */
  readonly maxBytes: number;
  readonly whenTooLarge: string;
}

/** A refusal of a whole file: what is wrong with it, and the way out. */
export function refuseDocument(
  kind: DocumentKind,
  file: string,
  problem: string,
  wayOut: string = kind.wayOut,
): TerraformError {
  return new TerraformError(file, `Cannot read the ${kind.name} ${file}: ${problem}. ${wayOut}`);
}

/** The refusal of a file by its size in bytes. */
export function refuseSize(kind: DocumentKind, file: string, size: number): TerraformError {
  const mebibytes = (count: number) => `${Math.ceil(count / 1024 / 1024).toLocaleString('en-US')} MiB`;
  const problem = `it has ${mebibytes(size)}, and at most ${mebibytes(kind.maxBytes)} are read`;
  return refuseDocument(kind, file, problem, kind.whenTooLarge);
}

/** The refusal of bytes that are no text a document could be; null when they may be one. */
export function refuseBinary(kind: DocumentKind, file: string, bytes: Uint8Array): TerraformError | null {
  if (bytes.length === 0) {
    return refuseDocument(
      kind,
      file,
      'the file is empty. The command that should have written it has failed or was not run',
    );
  }
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
    return refuseDocument(
      kind,
      file,
      "it is a saved plan in Terraform's own binary format",
      `Turn it into JSON with: terraform show -json ${file} > plan.json`,
    );
  }
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return refuseDocument(kind, file, 'it is compressed', 'Unpack it first.');
  return null;
}

/** The refusal of a text whose brackets or values are not JSON. */
export function refuseBroken(kind: DocumentKind, file: string, utf8: Buffer): TerraformError {
  const start = utf8.toString('utf8', 0, 400).trimStart();
  if (start === '' && utf8.length <= 400) return refuseDocument(kind, file, 'there is nothing in it but spaces');
  if (start.startsWith('[command]')) {
    return refuseDocument(
      kind,
      file,
      'it begins with a line that the wrapper of hashicorp/setup-terraform has written',
      `Set "terraform_wrapper: false" in that step, and write the ${kind.name} again.`,
    );
  }
  if (start.startsWith('{') && /^\{[^{}]*"@(?:level|message|module|timestamp)"/.test(start))
    return refuseStream(kind, file);
  const fault = findJsonFault(utf8);
  if (fault === null) return refuseDocument(kind, file, 'it is JSON, and not an object');
  if (fault.kind === 'end') {
    const where = `in line ${fault.line}, column ${fault.column}`;
    return refuseDocument(
      kind,
      file,
      `the file ends too early, ${where}: it was cut off while it was written or copied`,
    );
  }
  const found = nameCharacter(utf8, fault.offset);
  return refuseDocument(
    kind,
    file,
    `it is not JSON: unexpected ${found} in line ${fault.line}, column ${fault.column}`,
  );
}

/** The refusal of a text that could not be scanned, by the reason. */
export function refuseUnscanned(kind: DocumentKind, file: string, utf8: Buffer, problem: ScanProblem): TerraformError {
  const count = (limit: number) => limit.toLocaleString('en-US');
  switch (problem) {
    case 'broken':
      return refuseBroken(kind, file, utf8);
    case 'deep':
      return refuseDocument(
        kind,
        file,
        `its values are nested more than ${count(maxDepth)} levels deep, which no configuration makes`,
      );
    case 'wide':
      return refuseDocument(
        kind,
        file,
        `it has more than ${count(maxMembers)} members, where a ${kind.name} has some twenty`,
      );
  }
}

/** The refusal of a part with more values than memory is kept for. */
export function refuseValues(kind: DocumentKind, file: string, part: string, limit: number): TerraformError {
  return refuseDocument(
    kind,
    file,
    `${part} has more than ${limit.toLocaleString('en-US')} values, which no configuration makes`,
    'Look at what wrote the file.',
  );
}

/** The refusal of what `terraform plan -json` prints: one message a line. */
export function refuseStream(kind: DocumentKind, file: string): TerraformError {
  return refuseDocument(
    kind,
    file,
    `it holds the progress messages of "terraform plan -json" (one a line) and not the ${kind.name} itself`,
  );
}

/** A character for a message: itself, or its code where it cannot be seen. */
function nameCharacter(utf8: Buffer, offset: number): string {
  const character = String.fromCodePoint(utf8.toString('utf8', offset, offset + 4).codePointAt(0) ?? 0xfffd);
  if (/^[\p{L}\p{N}\p{P}\p{S}]$/u.test(character)) return character === '"' ? 'quotation mark' : `"${character}"`;
  return `character U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
