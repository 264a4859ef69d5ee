import type { Value } from '../values/value.ts';
import type { Budget } from './budget.ts';

/** One name in a folder. */
export interface FileEntry {
  readonly name: string;
  readonly kind: 'file' | 'directory';
}

/**
 * The files that functions may read. Paths are relative to the root, with `/` between folders, without `.` and `..`; the
 * root itself is the empty path. Nothing outside the root is ever asked for; links that lead out of it must not be
 * followed.
 */
export interface FileReader {
  /** The content of a file; undefined when there is none of this name. */
  readFile(path: string): Uint8Array | undefined;
  /** What a folder contains; undefined when there is no folder of this name. */
  listDirectory(path: string): readonly FileEntry[] | undefined;
}

/** A template with the name by which messages refer to it. */
export interface TemplateSource {
  readonly name: string;
  readonly text: string;
}

/** What functions need from the world around them. What is absent makes the functions that need it unknown. */
export interface FunctionContext {
  readonly files?: FileReader;
  /**
   * Renders a template with these variables and no others. Throws ValueError; `argument` 0 means that the template is not
   * well-formed, 1 means the variables.
   */
  readonly renderTemplate?: (
    template: TemplateSource,
    variables: ReadonlyMap<string, Value>,
    context: FunctionContext,
  ) => Value;
  /** What the evaluation may still use up; without one, every evaluation has its own. */
  readonly budget?: Budget;
  /** The call is part of a template that this function renders; not all functions may be called there. */
  readonly insideTemplate?: 'templatefile' | 'templatestring';
  /** Reads the text of a variables file into its values. Throws ValueError. */
  readonly readVariables?: (source: TemplateSource) => ReadonlyMap<string, Value>;
  /** The absolute path of the folder in which Terraform would run. */
  readonly workingDirectory?: string;
  /** The home folder of the user who would run Terraform. */
  readonly homeDirectory?: string;
  /** The time of the plan, for `plantimestamp`. */
  readonly planTime?: Date;
  /**
   * Makes `timestamp` and `uuid` known, as the Terraform console does. Without it they and `bcrypt` are unknown, as in a
   * plan: they get another value at every apply.
   */
  readonly volatile?: { readonly now: () => Date; readonly uuid: () => string };
}
