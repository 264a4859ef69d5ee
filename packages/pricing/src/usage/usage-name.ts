/** The name of resources in a usage file: an address in which `[*]` stands for every key. */
export interface UsageName {
  readonly text: string;
  readonly type: string;
  /** How many keys are left open: the fewer, the better it fits. */
  readonly wildcards: number;
  matches(address: string): boolean;
}

const anyKey = '\\[(?:\\d+|"(?:[^"\\\\]|\\\\.)*")\\]';

/** Reads a name: `module.a[*].aws_lambda_function.f["x"]`; null when it names no resource. */
export function parseUsageName(text: string): UsageName | null {
  if (text.length > 1000) return null;
  const [, type] = /(?:^|\.)([a-z][a-z0-9]*_[a-z0-9_]+)\.[\w-]+(?:\[.*\])?$/.exec(text) ?? [];
  if (type === undefined) return null;
  const parts = text.split('[*]');
  const escaped = parts.map((part) => part.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`));
  const pattern = parts.length === 1 ? null : new RegExp(`^${escaped.join(anyKey)}$`);
  return {
    text,
    type,
    wildcards: parts.length - 1,
    matches: (address) => (pattern === null ? address === text : pattern.test(address)),
  };
}
