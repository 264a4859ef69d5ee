import { isList, type JsonValue, member, type PlannedResource } from '@tollgate/terraform';

type Path = readonly (string | number)[];

/**
 * What an argument of a planned resource refers to, from the configuration in the plan: `aws_launch_template.web.id` as
 * `module.a.aws_launch_template.web.id`. An instance of `count` or `for_each` that takes its own key has that key in the address.
 * Values of variables, locals and modules stay as they are written. Nothing for what is not written as an expression.
 */
export function plannedReferences(resource: PlannedResource, path: Path): readonly string[] {
  const texts = referencesAt(resource.expressions, path);
  // The format names the resource beside each of its attributes.
  const longest = texts.filter(
    (text) => !texts.some((other) => other.startsWith(`${text}.`) || other.startsWith(`${text}[`)),
  );
  const isOwnKey = longest.some((text) => text === 'each.key' || text === 'count.index');
  return longest
    .filter((text) => !(isOwnKey && (text === 'each.key' || text === 'count.index')))
    .map((text) => addressOf(resource, text, isOwnKey));
}

function addressOf({ module, index }: PlannedResource, text: string, isOwnKey: boolean): string {
  if (/^(?:var|local|module|each|count|path|terraform|self)\b/.test(text)) return text;
  const keyed =
    isOwnKey && index !== null && /^[\w-]+\.[\w-]+$/.test(text) ? `${text}[${JSON.stringify(index)}]` : text;
  return module === null ? keyed : `${module}.${keyed}`;
}

/** A block that can be there only once is written without a list. */
function referencesAt(expressions: JsonValue | undefined, path: Path): readonly string[] {
  const found = path.reduce<JsonValue | undefined>((part, step) => {
    if (typeof step === 'string') return member(part, step);
    return isList(part) ? part[step] : step === 0 ? part : undefined;
  }, expressions);
  const references = member(found, 'references');
  return isList(references) ? references.filter((reference) => typeof reference === 'string') : [];
}
