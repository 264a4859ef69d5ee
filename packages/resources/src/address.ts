/** A name in an address with its instance key as it is written: `["x"]`, `[0]`, or empty. */
export interface AddressStep {
  readonly name: string;
  readonly key: string;
}

/** The parts of the address of a resource, or of a module when there is no resource in it. */
export interface Address {
  readonly modules: readonly AddressStep[];
  readonly resource: (AddressStep & { readonly mode: 'managed' | 'data'; readonly type: string }) | null;
}

const keyPattern = '(\\[(?:\\d+|"(?:[^"\\\\]|\\\\.)*")\\])?';
const moduleStep = new RegExp(`module\\.([^.[\\]]+)${keyPattern}(?:\\.|$)`, 'y');
const resourceStep = new RegExp(`(data\\.)?([^.[\\]]+)\\.([^.[\\]]+)${keyPattern}$`, 'y');

/** Takes an address apart; null for what is none. Keys can hold any character, quotation marks and brackets too. */
export function parseAddress(text: string): Address | null {
  const modules: AddressStep[] = [];
  let end = 0;
  for (let step = matchAt(moduleStep, text, end); step !== null; step = matchAt(moduleStep, text, end)) {
    modules.push({ name: step[1] ?? '', key: step[2] ?? '' });
    end += step[0].length;
    if (end === text.length) return text.endsWith('.') ? null : { modules, resource: null };
  }
  const found = matchAt(resourceStep, text, end);
  if (found === null) return null;
  const [, data, type = '', name = '', key = ''] = found;
  return { modules, resource: { mode: data === undefined ? 'managed' : 'data', type, name, key } };
}

function matchAt(pattern: RegExp, text: string, index: number): RegExpExecArray | null {
  pattern.lastIndex = index;
  return pattern.exec(text);
}

/** Writes an address. */
export function addressText({ modules, resource }: Address): string {
  const steps = modules.map(({ name, key }) => `module.${name}${key}`);
  if (resource !== null) steps.push(`${kindText(resource)}.${resource.name}${resource.key}`);
  return steps.join('.');
}

/** Writes an address without instance keys: what all instances have in common. */
export function staticAddress({ modules, resource }: Address): string {
  const steps = modules.map(({ name }) => `module.${name}`);
  if (resource !== null) steps.push(`${kindText(resource)}.${resource.name}`);
  return steps.join('.');
}

function kindText({ mode, type }: NonNullable<Address['resource']>): string {
  return mode === 'data' ? `data.${type}` : type;
}

/** The instance key as a value; null for none. */
export function keyValue(key: string): string | number | null {
  if (key === '') return null;
  const inside = key.slice(1, -1);
  return inside.startsWith('"') ? textOf(inside) : Number(inside);
}

/** The escapes of HCL are those of JSON, and of templates, which a key has no use for. */
function textOf(quoted: string): string {
  try {
    return String(JSON.parse(quoted));
  } catch {
    return quoted.slice(1, -1);
  }
}
