/** The release of Terraform whose rules are followed. */
export const TERRAFORM_VERSION = '1.11.4';

type Version = readonly number[];

const TERM = /^(=|!=|>=|<=|>|<|~>)?\s*v?(\d+(?:\.\d+){0,2})(-[0-9A-Za-z.-]+)?(?:\+[0-9A-Za-z.-]+)?$/;

/** allowsVersion tells whether a version constraint such as `~> 1.5, < 2` allows a version; undefined when it is none. */
export function allowsVersion(constraint: string, version: string): boolean | undefined {
  const wanted = numbersOf(version);
  let allowed = true;
  for (const term of constraint.split(',')) {
    const match = TERM.exec(term.trim());
    if (match === null) return undefined;
    const [, operator = '=', text = '', prerelease] = match;
    // No release is a prerelease.
    if (operator === '=' && prerelease !== undefined) allowed = false;
    if (!allows(operator, numbersOf(text), wanted)) allowed = false;
  }
  return allowed;
}

function numbersOf(text: string): Version {
  return text.split('.').map(Number);
}

function allows(operator: string, bound: Version, version: Version): boolean {
  const order = compare(version, bound);
  switch (operator) {
    case '!=':
      return order !== 0;
    case '>=':
      return order >= 0;
    case '<=':
      return order <= 0;
    case '>':
      return order > 0;
    case '<':
      return order < 0;
    case '~>':
      // All but the last given number stay as they are.
      return order >= 0 && bound.slice(0, -1).every((part, index) => version[index] === part);
    default:
      return order === 0;
  }
}

function compare(a: Version, b: Version): number {
  for (let index = 0; index < 3; index++) {
    const difference = (a[index] ?? 0) - (b[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
