/**
 * The names of the module calls in the address of a module instance: `module.a["x.y"].module.b[0]` gives `a`, `b`.
 * Null for what is no such address. Keys can hold any character, quotation marks and brackets too.
 */
export function modulePath(address: string): readonly string[] | null {
  const step = /(?:^|\.)module\.([^.[\]]+)(?:\[(?:\d+|"(?:[^"\\]|\\.)*")\])?/y;
  const names: string[] = [];
  let end = 0;
  while (end < address.length) {
    const name = step.exec(address)?.[1];
    if (name === undefined) return null;
    names.push(name);
    end = step.lastIndex;
  }
  return names;
}
