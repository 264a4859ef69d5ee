import { type Expect, nameType } from '../json/expect.ts';
import type { JsonValue } from '../json/value.ts';
import type { PlannedResource, ProviderName } from './plan.ts';

const modes: ReadonlySet<string> = new Set<PlannedResource['mode']>(['managed', 'data', 'ephemeral']);

/** Reads whether a resource is managed, read or ephemeral. */
export function readMode(value: JsonValue | undefined, path: string, expect: Expect): PlannedResource['mode'] {
  const mode = expect.string(value, path);
  return isMode(mode) ? mode : expect.refuse(path, `is "${mode}", where managed, data or ephemeral is expected`);
}

function isMode(mode: string): mode is PlannedResource['mode'] {
  return modes.has(mode);
}

/** Reads the key of an instance; null without one. */
export function readIndex(value: JsonValue | undefined, path: string, expect: Expect): string | number | null {
  if (value === undefined || value === null) return null;
  if (typeof value === 'string' || typeof value === 'number') return value;
  return expect.refuse(path, `is ${nameType(value)}, where a text or a number is expected`);
}

/** Reads the address of a provider. Without one the provider is the one that Terraform infers: the type's first word. */
export function readProvider(value: JsonValue | undefined, type: string, path: string, expect: Expect): ProviderName {
  const source = expect.optionalString(value, path) ?? type.split('_', 1)[0] ?? type;
  return { source, name: source.slice(source.lastIndexOf('/') + 1) };
}
