import { preview } from '@tollgate/cel';

/** A way into the values of a resource: names and positions. */
export type ValuePath = readonly (string | number)[];

const plainName = /^[A-Za-z_][\w-]{0,63}$/;

/** Writes a way as a person does: `root_block_device[0].volume_size`, `tags["cost center"]`. */
export function placeText(path: ValuePath): string {
  let text = '';
  for (const step of path) {
    if (typeof step === 'number') text += `[${step}]`;
    else if (plainName.test(step)) text += text === '' ? step : `.${step}`;
    else text += `[${preview(step)}]`;
  }
  // Names come from outside, and must not end the quotation that they stand in.
  return text.replaceAll('`', "'");
}

const step = /(?:^|\.)([^.[\]]+)|\[(\d+|"(?:[^"\\]|\\.)*")\]/y;

/** Reads a way as it is written; null for what is none. */
export function parsePlace(text: string): ValuePath | null {
  const path: (string | number)[] = [];
  let end = 0;
  while (end < text.length) {
    step.lastIndex = end;
    const found = step.exec(text);
    if (found === null) return null;
    const [whole, name, key] = found;
    if (name !== undefined) path.push(name);
    else if (key !== undefined)
      path.push(key.startsWith('"') ? key.slice(1, -1).replaceAll(/\\(.)/g, '$1') : Number(key));
    end += whole.length;
  }
  return path.length === 0 ? null : path;
}
