import { isNode, LineCounter, parseDocument } from 'yaml';
import { TerraformError } from '../error.ts';

/** Where the settings of a repository are, at its top. */
export const settingsFile = 'tollgate.yml';

/** The way to a value in a document: keys and positions. */
export type SettingPath = readonly (string | number)[];

/** A mistake in a document: where, and the end of a sentence that begins with the place. */
export interface SettingProblem {
  readonly path: SettingPath;
  readonly problem: string;
}

/** Aliases repeat what they name: without a bound, ten lines make a billion values. */
const maxAliases = 100;

/**
 * Reads a YAML file of settings.
 * @throws TerraformError with line and column when it is no YAML.
 */
export function readSettings(file: string, text: string): SettingsFile {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const at = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return `${file}:${line}:${col}`;
  };
  if (document.errors.length > 0) {
    throw refuse(
      file,
      document.errors.map(({ message, pos }) => `${at(pos[0])}: ${message.split('\n')[0]}`),
    );
  }
  const place = (path: SettingPath): string => {
    for (let length = path.length; length > 0; length--) {
      const node = document.getIn(path.slice(0, length), true);
      if (isNode(node) && node.range) return at(node.range[0]);
    }
    return at(document.contents?.range?.[0] ?? 0);
  };
  return new SettingsFile(
    file,
    contentOf(file, () => document.toJS({ maxAliasCount: maxAliases })),
    place,
  );
}

/** The content of a settings file, and the mistakes that were found in it. */
export class SettingsFile {
  readonly content: unknown;
  readonly #file: string;
  readonly #place: (path: SettingPath) => string;
  readonly #problems: SettingProblem[] = [];

  constructor(file: string, content: unknown, place: (path: SettingPath) => string) {
    this.#file = file;
    this.content = content ?? {};
    this.#place = place;
  }

  /** Notes a mistake. */
  report(path: SettingPath, problem: string): void {
    this.#problems.push({ path, problem });
  }

  /** Where a value stands, or the nearest one around it: `tollgate.yml:3:5`. */
  placeOf(path: SettingPath): string {
    return this.#place(path);
  }

  /** @throws TerraformError when mistakes were noted. */
  check(): void {
    if (this.#problems.length > 0) throw this.refusal(this.#problems);
  }

  /** The refusal of the file for all of its mistakes, one a line. */
  refusal(problems: readonly SettingProblem[]): TerraformError {
    return refuse(
      this.#file,
      problems.map(({ path, problem }) => `${this.#place(path)}: ${pathText(path)} ${problem}`),
    );
  }
}

function contentOf(file: string, read: () => unknown): unknown {
  try {
    return read();
  } catch (error) {
    if (error instanceof ReferenceError) throw refuse(file, [`${file}:1:1: its aliases repeat too much`]);
    throw error;
  }
}

function refuse(file: string, problems: readonly string[]): TerraformError {
  return new TerraformError(
    file,
    `Cannot use ${file}. Mend this in it:\n${problems.map((problem) => `  ${problem}.`).join('\n')}`,
  );
}

/** `roots[0].path`. */
function pathText(path: SettingPath): string {
  if (path.length === 0) return 'the file';
  return path.map((step, index) => (typeof step === 'number' ? `[${step}]` : index === 0 ? step : `.${step}`)).join('');
}
