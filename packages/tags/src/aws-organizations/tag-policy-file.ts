import { type JsonObject, PolicyEngineError } from '@tollgate/policy-engine';
import { isObject, type JsonValue } from '@tollgate/terraform';

/** A file with a tag policy. */
export interface TagPolicyFile {
  readonly name: string;
  readonly text: string;
}

/** A policy of AWS has at most 10,000 characters; the answers of its command line have some more around it. */
const MAX_LENGTH = 200_000;

/**
 * Reads a tag policy: the policy itself, or what `aws organizations describe-policy` and `describe-effective-policy` answer.
 * @throws PolicyEngineError with the name of the file, for what is none.
 */
export function readTagPolicyFile({ name, text }: TagPolicyFile): JsonObject {
  if (text.length > MAX_LENGTH) {
    throw new PolicyEngineError(
      `${name}: The file has ${text.length} characters, and a tag policy far fewer than ${MAX_LENGTH}.`,
    );
  }
  const document = parse(name, text);
  const inner = contentOf(document);
  const policy = inner === undefined ? document : parse(name, inner);
  if (!isObject(policy) || !isObject(policy.tags)) {
    throw new PolicyEngineError(
      `${name}: This is no tag policy: it has no object "tags". Give the JSON of the policy.`,
    );
  }
  return policy;
}

function parse(name: string, text: string): JsonValue {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new PolicyEngineError(`${name}: This is no JSON: ${error instanceof Error ? error.message : String(error)}.`);
  }
}

/** The text of the policy in an answer of the command line. */
function contentOf(document: JsonValue): string | undefined {
  if (!isObject(document)) return undefined;
  const { Policy: policy, EffectivePolicy: effective } = document;
  const content = isObject(policy) ? policy.Content : isObject(effective) ? effective.PolicyContent : undefined;
  return typeof content === 'string' ? content : undefined;
}
