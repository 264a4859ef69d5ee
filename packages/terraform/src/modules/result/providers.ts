import { objectValue, type Value } from '../../values/index.ts';
import type { Resource } from '../config/resource.ts';
import { findProvider, providerOf, providerSource } from '../provider-inheritance.ts';
import type { ModuleRun } from '../run/module-run.ts';
import type { ProviderValues } from '../run/provider-run.ts';
import type { EvaluatedProvider, ResourceProvider } from './evaluation.ts';
import { publicSensitive, publicUnknown, publicValue, unknownReasons } from './public-value.ts';
import { sourceLines } from './source-lines.ts';

/** The provider configurations that resources use, gathered while resources are written down. */
export class ProviderList {
  readonly #providers = new Map<string, EvaluatedProvider>();
  readonly #found = new Map<ModuleRun, Map<string, ResourceProvider>>();

  get all(): readonly EvaluatedProvider[] {
    return [...this.#providers.values()];
  }

  /** The provider of the resources of a module instance. */
  of(run: ModuleRun, resource: Resource): ResourceProvider {
    const { name, alias } = providerOf(resource);
    const known = this.#found.get(run) ?? new Map<string, ResourceProvider>();
    this.#found.set(run, known);
    const key = `${name}.${alias ?? ''}`;
    const found = known.get(key) ?? this.#find(run, resource);
    known.set(key, found);
    return found;
  }

  #find(run: ModuleRun, resource: Resource): ResourceProvider {
    const wanted = providerOf(resource);
    const source = providerSource(run.node, wanted.name);
    const found = findProvider(run.node, wanted);
    let owner: ModuleRun | undefined = run;
    while (owner !== undefined && owner.node !== found?.module) owner = owner.parent;
    const values = found === undefined ? undefined : owner?.provider(found.provider.key);
    if (owner === undefined || values === undefined) {
      return { name: wanted.name, alias: wanted.alias ?? null, region: null, source, key: null };
    }
    const configuration = this.#add(owner, values);
    const { alias, region, key } = configuration;
    return { name: wanted.name, alias, region, source, key };
  }

  #add(owner: ModuleRun, values: ProviderValues): EvaluatedProvider {
    const { provider, region, defaultTags } = values;
    const key = owner.address === '' ? provider.key : `${owner.address}:${provider.key}`;
    const known = this.#providers.get(key);
    if (known !== undefined) return known;
    const shown = region === undefined ? null : publicValue(region);
    const configuration: EvaluatedProvider = {
      key,
      name: provider.name,
      alias: provider.alias ?? null,
      source: providerSource(owner.node, provider.name),
      module: owner.address === '' ? null : owner.address,
      region: typeof shown === 'string' ? shown : null,
      defaultTags: defaultTags === undefined ? null : tagValues(defaultTags),
      at: sourceLines(provider.block),
    };
    this.#providers.set(key, configuration);
    return configuration;
  }
}

function tagValues(tags: Value): NonNullable<EvaluatedProvider['defaultTags']> {
  const given = tags.kind === 'null' ? objectValue([]) : tags;
  return {
    values: publicValue(given),
    unknown: publicUnknown(given),
    sensitive: publicSensitive(given),
    reasons: unknownReasons(given),
  };
}
