import { ResourceUsage } from './resource-usage.ts';
import type { NamedUsage, UsageFile } from './usage-file.ts';
import type { UsageProblem } from './usage-problem.ts';
import { layered, noUsage } from './usage-values.ts';

/** Gives the usage of resources: the default of the type, over it the best name with wildcards, over it the exact name. */
export interface UsageRules {
  usageOf(address: string, type: string): ResourceUsage;
  /** The addresses of a type that the file has, without wildcards. */
  namesOf(type: string): readonly string[];
  /** What is wrong in the file. */
  problems(): readonly UsageProblem[];
  /** Names in the file that no resource had that was asked for. */
  unused(): readonly UsageProblem[];
}

/** The usage of a file; nothing is used without one. */
export function usageRules(file: UsageFile | null): UsageRules {
  const exact = new Map<string, NamedUsage>();
  const wildcards: NamedUsage[] = [];
  for (const named of file?.byName ?? []) {
    if (named.name.wildcards === 0) exact.set(named.name.text, named);
    else wildcards.push(named);
  }
  const byType = Map.groupBy(wildcards, ({ name }) => name.type);
  const used = new Set<NamedUsage>();
  return {
    usageOf(address, type) {
      const candidates = (byType.get(type) ?? []).filter(({ name }) => name.matches(address));
      // Also a name that is outdone by a better one has found its resource.
      for (const candidate of candidates) used.add(candidate);
      const [best] = candidates.toSorted((a, b) => a.name.wildcards - b.name.wildcards);
      const own = exact.get(address);
      if (own !== undefined) used.add(own);
      const layers = [file?.byType.get(type), best?.values, own?.values].filter((values) => values !== undefined);
      return new ResourceUsage(layers.reduce(layered, noUsage));
    },
    namesOf: (type) => [...exact.values()].filter(({ name }) => name.type === type).map(({ name }) => name.text),
    problems: () => file?.problems ?? [],
    unused: () =>
      (file?.byName ?? [])
        .filter((named) => !used.has(named))
        .map(({ name, line, column }): UsageProblem => {
          const message = `No resource that is billed by usage has the address ${name.text}, so this is not used.`;
          return { severity: 'warning', message, file: file?.file ?? '', line, column };
        }),
  };
}
