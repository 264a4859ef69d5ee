import { parseAddress, type ResourceView, staticAddress } from '@tollgate/resources';
import { isList, isObject, type JsonValue } from '@tollgate/terraform';
import type { ResourceCost } from '../estimate/cost-report.ts';
import { attributeText, inOrder } from './attribute-text.ts';
import { componentKey } from './component-key.ts';

/** What a resource is like, whatever its address. */
export interface Content {
  readonly address: string;
  /** Only what is of one kind can be the same resource: type and region. */
  readonly kind: string;
  /** The block: the address without keys. */
  readonly block: string;
  /** The name of the block in its module. */
  readonly name: string;
  readonly key: string;
  /** Which of the keys in the address, of modules and of the resource, are numbers, texts, or none. */
  readonly keyForms: string;
  /** What it is: what is set, as text by name, in the order of names. */
  readonly attributes: ReadonlyMap<string, string>;
  /** How it is called: tags and names, which change with its address. */
  readonly calling: ReadonlyMap<string, string>;
  /** Attributes that are not known as a whole: they tell nothing. */
  readonly unknown: ReadonlySet<string>;
}

/** Not `key_name` or `role_name`: these are the names of other things, and tell what a resource is. */
const isCalling =
  /^(?:tags|tags_all|labels|terraform_labels|effective_labels|description|(?:name|bucket|identifier|cluster_identifier|function_name)(?:_prefix)?)$/;

/** The content of a resource: its attributes that have a value. */
export function contentOfView(view: ResourceView, region: string): Content {
  const { values, unknown } = view;
  const attributes = new Map<string, string>();
  const calling = new Map<string, string>();
  for (const name of Object.keys(values).sort()) {
    if (isEmpty(values[name] ?? null)) continue;
    (isCalling.test(name) ? calling : attributes).set(name, attributeText(view, name));
  }
  const isUnknown = (name: string) => unknown[name] === true;
  return {
    ...identityOf(view.address, view.type, region),
    attributes,
    calling,
    unknown: new Set(Object.keys(unknown).filter(isUnknown).sort()),
  };
}

/** The content of a resource of which only the bill is at hand: its lines. */
export function contentOfCost({ address, type, region, components }: ResourceCost): Content {
  const lines = components.map((component): [string, string] => {
    const { rate, dimensions = {}, monthlyQuantity } = component;
    const group = component.group.map(withoutPlace);
    return [componentKey({ ...component, group }), JSON.stringify(inOrder([rate, { ...dimensions }, monthlyQuantity]))];
  });
  const attributes = new Map(lines.sort());
  return { ...identityOf(address, type, region), attributes, calling: new Map(), unknown: new Set() };
}

/** What a bill names another resource by, wherever it is: `aws_launch_template.web`. */
function withoutPlace(group: string): string {
  const resource = parseAddress(group)?.resource ?? null;
  return resource === null ? group : `${resource.type}.${resource.name}`;
}

function identityOf(address: string, type: string, region: string) {
  const kind = `${type} ${region}`;
  const parsed = parseAddress(address);
  if (parsed === null) return { address, kind, block: address, name: address, key: '', keyForms: '' };
  const { modules, resource } = parsed;
  const steps = [...modules, ...(resource === null ? [] : [resource])];
  return {
    address,
    kind,
    block: staticAddress(parsed),
    name: resource?.name ?? '',
    key: resource?.key ?? '',
    keyForms: steps.map(({ key }) => (key === '' ? '-' : key.startsWith('["') ? 'text' : 'number')).join(),
  };
}

function isEmpty(value: JsonValue): boolean {
  if (value === null || value === '') return true;
  return isList(value) ? value.length === 0 : isObject(value) && Object.keys(value).length === 0;
}
