import type { Evaluation, PlanEvaluation } from '@tollgate/terraform';

/** Gives an evaluation with other names for the files of its places. */
export function renameFiles<T extends Evaluation | PlanEvaluation>(evaluation: T, nameOf: (path: string) => string): T {
  const names = new Map<string, string>();
  const name = (path: string) => {
    const known = names.get(path) ?? nameOf(path);
    names.set(path, known);
    return known;
  };
  const renamed = <P extends { readonly file: string }>(place: P): P => ({ ...place, file: name(place.file) });
  const renamedSource = <D extends { readonly source: { readonly file: string } | null }>(item: D): D =>
    item.source === null ? item : { ...item, source: renamed(item.source) };
  return {
    ...evaluation,
    resources: evaluation.resources.map((resource) =>
      resource.source === null
        ? resource
        : {
            ...resource,
            source: { ...renamed(resource.source), callers: resource.source.callers.map(renamed) },
            ...('places' in resource && resource.places !== undefined
              ? { places: resource.places.map((place) => renamed(place)) }
              : {}),
          },
    ),
    providers: evaluation.providers.map((provider) => ({ ...provider, at: renamed(provider.at) })),
    moved: evaluation.moved.map(renamedSource),
    removed: evaluation.removed.map(renamedSource),
    diagnostics: evaluation.diagnostics.map(renamedSource),
    notices: evaluation.notices.map(renamedSource),
  };
}
