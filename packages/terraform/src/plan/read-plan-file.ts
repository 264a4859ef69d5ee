import { readDocumentFile } from '../json/read-document-file.ts';
import type { Plan } from './plan.ts';
import { readPlan } from './read-plan.ts';
import { plans } from './refusal.ts';

/**
 * Reads the plan in a file, or on standard input when the path is `-`.
 * @throws TerraformError when there is no such file, or it holds no plan.
 */
export function readPlanFile(path: string): Plan {
  const { file, bytes } = readDocumentFile(plans, path);
  return readPlan(bytes, { file });
}
