// Checks documents of the project, such as policies, and conditions as a run would.
import { join } from 'node:path';
import { CelError, compile } from '@tollgate/cel';
import { gateWork, layerPolicies, type Problem, readDocuments } from '@tollgate/policy-engine';
import { costGate, pricingFolder } from '@tollgate/pricing';
import { resourceGate } from '@tollgate/resources';
import { defaultTagsGate, tagsGate } from '@tollgate/tags';

const files = pricingFolder(join(import.meta.dirname, '../packages/pricing/data'));
const works = [
  gateWork(resourceGate, () => []),
  gateWork(tagsGate, () => []),
  gateWork(defaultTagsGate, () => []),
  gateWork(costGate(files), () => []),
];

/**
 * documentMistakes says what is wrong with a text of documents: their fields, and the conditions and forms of policies. Of a
 * lower layer without the one above only the fields are checked.
 */
export async function documentMistakes(text: string): Promise<readonly Problem[]> {
  const { policies, problems } = await readDocuments([{ file: 'documents', text }]);
  const layered = layerPolicies(policies, { environment: null });
  if (problems.length > 0 || layered.problems.length > 0) return problems;
  const compiled = await Promise.all(works.map((work) => work.compile(layered.policies)));
  return compiled.flatMap((work) => work.problems);
}

/** conditionMistakes says what is wrong with a condition of the gate `tags`, which has the variables of `resource` too. */
export function conditionMistakes(condition: string): readonly string[] {
  try {
    const variables = { params: 'dyn', now: 'timestamp' };
    compile(condition, { schema: tagsGate.schema, variables, result: 'bool' });
    return [];
  } catch (error) {
    if (error instanceof CelError) return error.problems.map(({ message }) => `${condition}: ${message}`);
    throw error;
  }
}
