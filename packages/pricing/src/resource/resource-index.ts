import type { ResourceView } from '@tollgate/resources';
import { isList, isObject, type JsonValue } from '@tollgate/terraform';
import { isMarked, isWritten, type Path, partAt, reasonsAt } from './place.ts';
import { referencePaths } from './reference-paths.ts';

const afterApply = /^(.+) is known only after apply$/;

/** Finds resources by what others say of them: by reference, or by id, name and ARN. */
export class ResourceIndex {
  readonly #byAddress: ReadonlyMap<string, ResourceView>;
  readonly #byType: ReadonlyMap<string, readonly ResourceView[]>;
  /** By address without the key of the instance. */
  readonly #byBlock: ReadonlyMap<string, readonly ResourceView[]>;
  readonly #byValue = new Map<string, ReadonlyMap<string, readonly ResourceView[]>>();
  readonly #referrers = new Map<string, ReadonlyMap<string, readonly ResourceView[]>>();

  constructor(views: readonly ResourceView[]) {
    this.#byAddress = new Map(views.map((view) => [view.address, view]));
    this.#byType = Map.groupBy(views, ({ type }) => type);
    this.#byBlock = Map.groupBy(views, (view) => blockAddress(view.module, `${view.type}.${view.name}`));
  }

  ofType(type: string): readonly ResourceView[] {
    return this.#byType.get(type) ?? [];
  }

  /** The resource that the attribute at a path refers to, or that has its value as an identifier. */
  target(
    view: ResourceView,
    path: Path,
    types: readonly string[],
    identifiers: readonly string[],
  ): ResourceView | null {
    const isWanted = (found: ResourceView | undefined) => found !== undefined && types.includes(found.type);
    if (isMarked(view.unknown, path)) {
      const named = [...this.#namedInReasons(view, path), ...this.#namedInPlan(view, path)];
      return named.find(isWanted) ?? null;
    }
    const value = partAt(view.values, path);
    if (typeof value !== 'string' || value === '') return null;
    for (const type of types) {
      for (const identifier of identifiers) {
        const found = this.#withValue(type, identifier).get(value) ?? [];
        const sameModule = found.find(({ module }) => module === view.module);
        if (found[0] !== undefined) return sameModule ?? found[0];
      }
    }
    return null;
  }

  /**
   * The resources of a type that refer to one by an attribute: `service`, or `subnet_mapping.allocation_id` for that of any block.
   */
  referrers(
    target: ResourceView,
    type: string,
    attribute: string,
    identifiers: readonly string[],
  ): readonly ResourceView[] {
    const key = [type, attribute, target.type, ...identifiers].join(' ');
    const known = this.#referrers.get(key) ?? this.#allReferrers(target.type, type, attribute, identifiers);
    this.#referrers.set(key, known);
    // By address: what a resource could be instead is referred to by the same ones.
    return known.get(target.address) ?? [];
  }

  /** The resources that one refers to by what is known only after apply, and, in a plan, by any expression. */
  *namedBy(view: ResourceView): Generator<ResourceView> {
    for (const { path } of view.reasons) yield* this.#namedInReasons(view, path);
    for (const path of referencePaths(view.expressions)) yield* this.#namedInPlan(view, path);
  }

  #allReferrers(targetType: string, type: string, attribute: string, identifiers: readonly string[]) {
    const found = new Map<string, ResourceView[]>();
    for (const view of this.ofType(type)) {
      for (const path of pathsOf(view, attribute.split('.'))) {
        const target = this.target(view, path, [targetType], identifiers);
        if (target === null) continue;
        const referrers = found.get(target.address);
        if (referrers === undefined) found.set(target.address, [view]);
        else referrers.push(view);
      }
    }
    return found;
  }

  /** An evaluation names what it waits for: `module.a.aws_launch_template.web[0].id is known only after apply`. */
  *#namedInReasons(view: ResourceView, path: Path): Generator<ResourceView> {
    for (const reason of reasonsAt(view, path)) {
      let address = afterApply.exec(reason)?.[1] ?? '';
      for (let steps = 0; address !== '' && steps < 8; steps++) {
        const found = this.#byAddress.get(address);
        if (found !== undefined) yield found;
        address = address.slice(0, Math.max(0, address.lastIndexOf('.')));
      }
    }
  }

  /** A plan names what an expression refers to, as it is written in the module: `aws_launch_template.web[0].id`. */
  *#namedInPlan(view: ResourceView, path: Path): Generator<ResourceView> {
    if (isWritten(view, path) !== true) return;
    const references = partAt(view.expressions, [...path, 'references']);
    for (const reference of isList(references) ? references : []) {
      const [, block = '', key = ''] = /^([^.[]+\.[^.[]+)(\[[^\]]*\])?/.exec(String(reference)) ?? [];
      const instances = this.#byBlock.get(blockAddress(view.module, block)) ?? [];
      const exact = this.#byAddress.get(`${blockAddress(view.module, block)}${key}`);
      const sameKey = instances.find(({ index }) => index === view.index);
      const found = exact ?? sameKey ?? instances[0];
      if (found !== undefined) yield found;
    }
  }

  #withValue(type: string, attribute: string): ReadonlyMap<string, readonly ResourceView[]> {
    const key = `${type} ${attribute}`;
    const known = this.#byValue.get(key);
    if (known !== undefined) return known;
    const identifierOf = ({ values }: ResourceView) => identifierIn(values, attribute);
    const named = this.ofType(type).filter((view) => typeof identifierOf(view) === 'string');
    const byValue = Map.groupBy(named, (view) => String(identifierOf(view)));
    this.#byValue.set(key, byValue);
    return byValue;
  }
}

/** The value of an attribute; of `table/{name}` the text with the values of the attributes in it, when all are known. */
function identifierIn(values: JsonValue, identifier: string): JsonValue | undefined {
  if (!identifier.includes('{')) return partAt(values, [identifier]);
  const names = [...identifier.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  if (names.some((name) => typeof partAt(values, [name]) !== 'string')) return undefined;
  return identifier.replace(/\{(\w+)\}/g, (_, name: string) => String(partAt(values, [name])));
}

function blockAddress(module: string | null, block: string): string {
  return module === null ? block : `${module}.${block}`;
}

/** The paths of an attribute in all blocks that have it, known or not. */
function pathsOf({ values }: ResourceView, steps: readonly string[]): readonly Path[] {
  let found: readonly (readonly [Path, JsonValue | undefined])[] = [[[], values]];
  for (const [index, step] of steps.entries()) {
    found = found.flatMap(([path, value]) => {
      const inner = partAt(value, [step]);
      const here: Path = [...path, step];
      if (index === steps.length - 1 || isObject(inner) || !isList(inner)) return [[here, inner] as const];
      return inner.map((each, at) => [[...here, at], each] as const);
    });
  }
  return found.map(([path]) => path);
}
