/** A member of a mapping from a file of another tool; undefined where there is none. */
export function field(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined;
}

/** A member that is a text; undefined where there is none, or it is empty. */
export function textField(value: unknown, key: string): string | undefined {
  const found = field(value, key);
  return typeof found === 'string' && found !== '' ? found : undefined;
}

/** The members of a list; empty where there is none. */
export function listField(value: unknown, key: string): readonly unknown[] {
  const found: unknown = field(value, key);
  return Array.isArray(found) ? found : [];
}
