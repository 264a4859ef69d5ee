import { readFileSync, statSync } from 'node:fs';
import type { Plan } from './plan.ts';
import { maxPlanBytes, readPlan, refuseSize } from './read-plan.ts';
import { refusal } from './refusal.ts';

/** The path that stands for standard input. */
const standardInput = '-';

/** Why a file cannot be opened, by the system's code. */
const problems: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  ENOTDIR: 'a part of its path is a file and not a folder',
  EACCES: 'this user may not read it',
  EPERM: 'this user may not read it',
  ELOOP: 'its symbolic links lead in a circle',
};

/**
 * Reads the plan in a file, or on standard input when the path is `-`.
 * @throws TerraformError when there is no such file, or it holds no plan.
 */
export function readPlanFile(path: string): Plan {
  if (path === standardInput) return readPlan(readFileSync(0), { file: 'standard input' });
  return readPlan(readBytes(path), { file: path });
}

function readBytes(path: string): Uint8Array {
  try {
    const stat = statSync(path);
    if (stat.isDirectory()) throw refusal(path, 'it is a folder');
    if (stat.size > maxPlanBytes) throw refuseSize(path, stat.size);
    return readFileSync(path);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code === '') throw error;
    throw refusal(path, problems[code] ?? `the system says ${code}`);
  }
}
