import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { RunnerError } from '../errors.ts';

/** An artifact with the content of its files, by their path inside it. */
export interface Artifact {
  name: string;
  files: Record<string, Uint8Array>;
}

/** The artifacts of workflow runs, kept as folders `<root>/<run id>/<name>`. */
export class ArtifactStore {
  readonly #root: string;

  constructor(root: string) {
    this.#root = root;
  }

  /** names lists the artifacts of a run. */
  names(runId: string): string[] {
    const folder = join(this.#root, runId);
    return existsSync(folder) ? readdirSync(folder).sort() : [];
  }

  /** save stores files under the paths they have below `from`. */
  save(runId: string, name: string, from: string, files: readonly string[], overwrite: boolean): void {
    // Characters that GitHub refuses (@actions/artifact 6.2.1, path-and-artifact-name-validation.js).
    if (name === '' || /[":<>|*?\r\n\\/]/.test(name)) {
      throw new RunnerError(
        `The artifact name is not valid: ${name}. It must not be empty or contain " : < > | * ? \\ /`,
      );
    }
    const folder = join(this.#root, runId, name);
    if (existsSync(folder)) {
      if (!overwrite) {
        throw new RunnerError(`An artifact named "${name}" already exists on the workflow run (409 Conflict).`);
      }
      rmSync(folder, { recursive: true });
    }
    mkdirSync(folder, { recursive: true });
    for (const file of files) {
      const target = join(folder, relative(from, file));
      mkdirSync(dirname(target), { recursive: true });
      cpSync(file, target);
    }
  }

  /** restore copies an artifact into a folder; false when the run has none of that name. */
  restore(runId: string, name: string, folder: string): boolean {
    const stored = join(this.#root, runId, name);
    if (!existsSync(stored)) return false;
    mkdirSync(folder, { recursive: true });
    cpSync(stored, folder, { recursive: true });
    return true;
  }

  /** read gives the artifacts of a run with their content. */
  read(runId: string): Artifact[] {
    return this.names(runId).map((name) => {
      const folder = join(this.#root, runId, name);
      const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
      const paths = entries.map((entry) => join(entry.parentPath, entry.name)).sort();
      return {
        name,
        files: Object.fromEntries(
          paths.map((path) => [relative(folder, path).split(sep).join('/'), new Uint8Array(readFileSync(path))]),
        ),
      };
    });
  }
}
