import type { Located } from '../documents/places.ts';
import { layers, type Policy } from '../documents/policy.ts';
import type { Problem } from '../problem.ts';
import { compareText } from '../text-order.ts';
import {
  addProblem,
  inOrder,
  type LayerDocument,
  type LayerNotice,
  type LayerReport,
  newReport,
  placeText,
} from './layer-report.ts';
import type { LayeredPolicy } from './layered-policy.ts';
import { layeredPolicy, mergeLayer, nothingSaid } from './merge-layers.ts';

/** The policies of a run, ordered by name. With problems, nothing may be judged by them. */
export interface LayeredPolicies {
  readonly policies: readonly LayeredPolicy[];
  readonly notices: readonly LayerNotice[];
  readonly problems: readonly Problem[];
}

/** What layers are merged for. */
export interface LayerOptions {
  /** The environment of the run; null for none, so that no policy of the layer `environment` takes part. */
  readonly environment: string | null;
}

/**
 * layerPolicies makes one policy of all documents of a name that were read without problems: the uppermost layer declares it, a lower one may tighten it,
 * and loosen what the layers above list in `childMay`. What a lower layer may not do is ignored and told in a notice.
 * Layers of other environments do not take part, but what is wrong in them is a problem in every run. The order of the
 * input does not matter.
 */
export function layerPolicies(policies: readonly Located<Policy>[], { environment }: LayerOptions): LayeredPolicies {
  const report = newReport();
  const merged: LayeredPolicy[] = [];
  for (const chain of chainsByName(policies, report)) {
    const policy = mergeChain(chain, environment, report);
    if (policy !== null) merged.push(policy);
    for (const other of environmentsOf(chain)) {
      if (other === environment) continue;
      mergeChain(chain, other, { problems: report.problems, notices: [] });
    }
  }
  return { policies: merged, notices: inOrder(report.notices), problems: inOrder(report.problems) };
}

/** Merges the documents of one name that take part in an environment, the uppermost layer first. */
function mergeChain(
  chain: readonly LayerDocument[],
  environment: string | null,
  report: LayerReport,
): LayeredPolicy | null {
  let state = nothingSaid;
  for (const document of chain) {
    if (document.layer === 'environment' && document.located.document.metadata.environment !== environment) continue;
    state = mergeLayer(state, document, report);
  }
  return layeredPolicy(state);
}

function environmentsOf(chain: readonly LayerDocument[]): Set<string> {
  return new Set(
    chain
      .filter(({ layer }) => layer === 'environment')
      .map(({ located }) => located.document.metadata.environment)
      .filter((environment) => environment !== undefined),
  );
}

/** The documents of each name, ordered by layer; of two in one layer the second is a problem and left out. */
function chainsByName(policies: readonly Located<Policy>[], report: LayerReport): LayerDocument[][] {
  const chains = new Map<string, LayerDocument[]>();
  for (const document of policies.map(layerDocument).sort(compareDocuments)) {
    const { metadata } = document.located.document;
    const chain = chains.get(metadata.name) ?? [];
    chains.set(metadata.name, chain);
    const last = chain.at(-1);
    if (last !== undefined && isSameLayer(last, document)) {
      const place = placeText(last.located, ['metadata', 'name']);
      const message = `Two policies of layer ${layerText(document)} are named "${metadata.name}"; the other is at ${place}.`;
      const mend = 'Give one of them another name, or another `layer`.';
      addProblem(report, document.located, ['metadata', 'name'], `${message} ${mend}`);
    } else {
      chain.push(document);
    }
  }
  return [...chains.values()];
}

function layerDocument(located: Located<Policy>): LayerDocument {
  return { layer: located.document.metadata.layer ?? 'repository', located };
}

function isSameLayer(one: LayerDocument, other: LayerDocument): boolean {
  return (
    one.layer === other.layer &&
    one.located.document.metadata.environment === other.located.document.metadata.environment
  );
}

function layerText({ layer, located }: LayerDocument): string {
  const { environment } = located.document.metadata;
  return environment === undefined ? layer : `${layer} "${environment}"`;
}

/** By name, layer, environment and place, so that the order of the input does not show. */
function compareDocuments(a: LayerDocument, b: LayerDocument): number {
  const [one, other] = [a.located, b.located];
  const [placeOfOne, placeOfOther] = [one.places.at([]), other.places.at([])];
  return (
    compareText(one.document.metadata.name, other.document.metadata.name) ||
    layers.indexOf(a.layer) - layers.indexOf(b.layer) ||
    compareText(one.document.metadata.environment ?? '', other.document.metadata.environment ?? '') ||
    compareText(one.places.file, other.places.file) ||
    placeOfOne.line - placeOfOther.line ||
    placeOfOne.column - placeOfOther.column
  );
}
