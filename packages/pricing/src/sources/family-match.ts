import type { ListProduct } from './list-price.ts';
import type { ListedFamily } from './price-list.ts';

/** The values of the dimensions that a product has in a family; null when it is not of the family. */
export type FamilyMatch = (product: ListProduct) => readonly string[] | null;

type Test = (given: string) => Readonly<Record<string, string>> | null;

/**
 * Makes the test whether a product of a price list is of a family. Every condition of `list` is text or `/a pattern/`, whose
 * named groups give dimensions.
 */
export function familyMatch({ dimensions: names, list }: ListedFamily): FamilyMatch {
  const { offer, productFamily, usageType, attributes, dimensions } = list;
  const conditions = Object.entries(attributes).map(([name, wanted]) => ({ name, test: textTest(wanted) }));
  const isFamily = productFamily === null ? null : textTest(productFamily);
  const isUsage = usageType === null ? null : textTest(usageType);
  return (product) => {
    if (product.offer !== offer) return null;
    if (onlyOnRequest.some(([name, value]) => attributes[name] === undefined && product.attributes[name] === value)) {
      return null;
    }
    const groups: Record<string, string> = {};
    if (isFamily !== null && !take(groups, isFamily(product.productFamily))) return null;
    for (const { name, test } of conditions) {
      if (!take(groups, test(product.attributes[name] ?? ''))) return null;
    }
    if (isUsage !== null) {
      const found = usageTypes(product).map(isUsage);
      if (!take(groups, found.find((each) => each !== null) ?? null)) return null;
    }
    const values = names.map((name) => {
      const attribute = dimensions[name];
      return attribute === undefined ? groups[name] : product.attributes[attribute];
    });
    const known = values.filter((value) => value !== undefined && value !== '');
    return known.length === names.length ? known.map(String) : null;
  };
}

/** What has the attributes of something else at another price: it is of no family that does not ask for it. */
const onlyOnRequest: readonly (readonly [string, string])[] = [
  ['locationType', 'AWS Outposts'],
  ['type', 'DevTestConsumption'],
  ['type', 'Reservation'],
];

function take(groups: Record<string, string>, found: Readonly<Record<string, string>> | null): boolean {
  Object.assign(groups, found);
  return found !== null;
}

function textTest(wanted: string): Test {
  if (!isPattern(wanted)) return (given) => (given === wanted ? {} : null);
  const pattern = new RegExp(`^(?:${wanted.slice(1, -1)})$`);
  return (given) => {
    const found = pattern.exec(given);
    return found === null ? null : { ...found.groups };
  };
}

/** Whether a condition is `/a pattern/`, which an API with exact filters cannot be asked for. */
export function isPattern(text: string): boolean {
  return text.length > 1 && text.startsWith('/') && text.endsWith('/');
}

/** `EU-`, `USE1-`, and `USW2-LAX1-` of a zone; us-east-1 mostly has none. */
const regionPrefix = /^(?:(?:[A-Z]{3}\d|EU|US)-)+/;

/** A usage type as it is and without the region before it, which AWS writes as `EUW2-BoxUsage` or as `eu-west-2-KMS-Keys`. */
function usageTypes({ usageType, regions }: ListProduct): readonly string[] {
  const bare = usageType.replace(regionPrefix, '');
  const code = regions.find((region) => usageType.startsWith(`${region}-`));
  return [
    usageType,
    ...(bare === usageType ? [] : [bare]),
    ...(code === undefined ? [] : [usageType.slice(code.length + 1)]),
  ];
}
