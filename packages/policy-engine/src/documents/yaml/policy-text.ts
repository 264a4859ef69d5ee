import type { Policy } from '../policy.ts';

/**
 * Writes a policy as YAML, below comments with what a reader must know. The same policy gives the same bytes. What it takes to
 * write is loaded with the first call.
 */
export async function policyText(policy: Policy, remarks: readonly string[] = []): Promise<string> {
  const { writeYaml } = await import('./write-yaml.ts');
  const comments = remarks.flatMap((remark) => remark.split(/\r\n?|\n/)).map((line) => `# ${line}`.trimEnd());
  return [...comments, writeYaml(policy)].join('\n');
}
