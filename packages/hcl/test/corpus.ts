import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The folder of the corpus, or undefined where there is none; then `name` is said to be left out. */
export function corpusFolder(name: string): string | undefined {
  const folder = process.env.TOLLGATE_CORPUS;
  if (folder === undefined) process.stdout.write(`${name}: left out, TOLLGATE_CORPUS is not set.\n`);
  return folder;
}

/** A set of files of the module vectors, with what Terraform says of it. */
export interface ModuleVector {
  readonly name: string;
  readonly files: Readonly<Record<string, string>>;
  readonly diagnostics: readonly VectorDiagnostic[];
}

export interface VectorDiagnostic {
  readonly summary: string;
  readonly range?: { readonly filename: string; readonly start: VectorPosition; readonly end: VectorPosition };
}

interface VectorPosition {
  readonly line: number;
  readonly column: number;
}

/** An expression of the console vectors, with its error if it has one. */
export interface ConsoleVector {
  readonly expr: string;
  readonly via: 'console' | 'locals';
  readonly ok: boolean;
  readonly error?: string;
}

export function readModuleVectors(folder: string): readonly ModuleVector[] {
  return readVectors<{ modules: ModuleVector[] }>(folder, 'module-vectors.json').modules;
}

export function readConsoleVectors(folder: string): readonly ConsoleVector[] {
  return readVectors<{ vectors: ConsoleVector[] }>(folder, 'console-vectors.json').vectors;
}

function readVectors<T>(folder: string, file: string): T {
  return JSON.parse(readFileSync(join(folder, 'terraform', file), 'utf8'));
}
