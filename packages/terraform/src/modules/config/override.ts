import type { BlockBody, NestedBlock } from './block-body.ts';
import type { ModuleCall } from './module-call.ts';
import type { Output } from './output.ts';
import type { ProviderBlock } from './provider.ts';
import type { Repetition, Resource } from './resource.ts';
import type { Variable } from './variable.ts';

/** mergeVariable lays a `variable` block of an override file over another. */
export function mergeVariable(base: Variable, override: Variable): Variable {
  return {
    ...base,
    constraint: override.constraint ?? base.constraint,
    fallback: override.fallback ?? base.fallback,
    nullable: override.nullable ?? base.nullable,
    sensitive: override.sensitive ?? base.sensitive,
    ephemeral: override.ephemeral ?? base.ephemeral,
    retypedAt: override.constraint !== undefined && override.fallback === undefined ? override.at : base.retypedAt,
    validations: override.validations.length > 0 ? override.validations : base.validations,
  };
}

/** mergeOutput lays an `output` block of an override file over another. */
export function mergeOutput(base: Output, override: Output): Output {
  return {
    ...base,
    value: override.value ?? base.value,
    sensitive: override.sensitive ?? base.sensitive,
    ephemeral: override.ephemeral ?? base.ephemeral,
    dependsOn: override.dependsOn.length > 0 ? override.dependsOn : base.dependsOn,
    preconditions: override.preconditions.length > 0 ? override.preconditions : base.preconditions,
  };
}

/** mergeCall lays a `module` block of an override file over another. */
export function mergeCall(base: ModuleCall, override: ModuleCall): ModuleCall {
  return {
    ...base,
    ...mergeRepetition(base, override),
    source: override.source ?? base.source,
    sourceAt: override.source === undefined ? base.sourceAt : override.sourceAt,
    version: override.version ?? base.version,
    args: new Map([...base.args, ...override.args]),
    providers: override.providers ?? base.providers,
    dependsOn: override.dependsOn.length > 0 ? override.dependsOn : base.dependsOn,
  };
}

/** mergeResource lays a `resource` or `data` block of an override file over another. */
export function mergeResource(base: Resource, override: Resource): Resource {
  return {
    ...base,
    ...mergeRepetition(base, override),
    body: mergeBody(base.body, override.body),
    provider: override.provider ?? base.provider,
    dependsOn: override.dependsOn.length > 0 ? override.dependsOn : base.dependsOn,
    preconditions: override.preconditions.length > 0 ? override.preconditions : base.preconditions,
    postconditions: override.postconditions.length > 0 ? override.postconditions : base.postconditions,
  };
}

/** mergeProvider lays a `provider` block of an override file over another. */
export function mergeProvider(base: ProviderBlock, override: ProviderBlock): ProviderBlock {
  return { ...base, body: mergeBody(base.body, override.body) };
}

function mergeRepetition(base: Repetition, override: Repetition): Repetition {
  const changed = override.count !== undefined || override.forEach !== undefined;
  const { count, forEach } = changed ? override : base;
  return { count, forEach };
}

/** Attributes are replaced one by one; of a block type that the override has, no block of the base stays. */
function mergeBody(base: BlockBody, override: BlockBody): BlockBody {
  const names = new Set(override.attributes.map(({ name }) => name));
  const types = new Set(override.blocks.map(({ type }: NestedBlock) => type));
  return {
    attributes: [...base.attributes.filter(({ name }) => !names.has(name)), ...override.attributes],
    blocks: [...base.blocks.filter(({ type }) => !types.has(type)), ...override.blocks],
  };
}
