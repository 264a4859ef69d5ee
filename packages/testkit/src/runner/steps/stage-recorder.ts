import { type Annotation, AnnotationList, MAX_ANNOTATION_MESSAGE } from '../commands/annotations.ts';
import type { SecretMasker } from '../commands/masking.ts';
import type { Conclusion, StageResult } from '../result.ts';

/** What a stage and the steps inside a composite action share: they show up as one step. */
interface Shared {
  log: string[];
  annotations: AnnotationList;
  stdout: string[];
  stderr: string[];
  summaries: string[];
  summaryDropped: boolean;
  faults: string[];
  env: Map<string, string>;
  path: string[];
}

/** Collects what happens while a stage of a step runs. */
export class StageRecorder {
  readonly outputs = new Map<string, string>();
  readonly state: Map<string, string>;
  exitCode: number | null = null;
  /** Set by a failed process, a failed command or a broken command file. */
  failed = false;
  /** Set when the time of the whole job was over. */
  cancelled = false;
  readonly #masker: SecretMasker;
  readonly #debug: boolean;
  readonly #shared: Shared;

  /**
   * @param state what earlier stages of the same step saved; grows while this stage runs
   * @param parent the step that this one is inside of, for composite actions
   */
  constructor(masker: SecretMasker, debug: boolean, state: Map<string, string>, parent: StageRecorder | null) {
    this.#masker = masker;
    this.#debug = debug;
    this.state = state;
    this.#shared = parent === null ? emptyShared() : parent.#shared;
  }

  /** write adds a line to the log, masked. */
  write(line: string): void {
    this.#shared.log.push(this.#masker.mask(line));
  }

  /** debug adds lines that are shown only with step debug logging on. */
  debug(message: string): void {
    if (!this.#debug) return;
    for (const line of message.split(/\r?\n/)) this.write(`##[debug]${line}`);
  }

  /** annotate keeps an annotation and shows it in the log. */
  annotate(annotation: Annotation): void {
    const message = this.#masker.mask(annotation.message).slice(0, MAX_ANNOTATION_MESSAGE);
    this.#shared.annotations.add({ ...annotation, message });
    if (message !== '') this.write(`##[${annotation.level}]${message}`);
  }

  error(message: string): void {
    this.annotate({ level: 'error', message });
  }

  warning(message: string): void {
    this.annotate({ level: 'warning', message });
  }

  /** fail shows an error and fails the stage. */
  fail(message: string): void {
    this.error(message);
    this.failed = true;
  }

  /** outcome is how the stage ended, as far as is known. */
  outcome(): 'success' | 'failure' | 'cancelled' {
    if (this.cancelled) return 'cancelled';
    return this.failed ? 'failure' : 'success';
  }

  fault(message: string): void {
    this.#shared.faults.push(message);
  }

  addOutput(stdout: string, stderr: string): void {
    this.#shared.stdout.push(stdout);
    this.#shared.stderr.push(stderr);
  }

  addSummary(markdown: string): void {
    this.#shared.summaries.push(markdown);
  }

  dropSummary(): void {
    this.#shared.summaryDropped = true;
  }

  setVariable(name: string, value: string): void {
    this.#shared.env.set(name, value);
  }

  addPath(folder: string): void {
    this.#shared.path.push(folder);
  }

  /** result gives what was collected up to now. */
  result(conclusion: Conclusion, outcome: Conclusion, durationMs: number): StageResult {
    const shared = this.#shared;
    return {
      conclusion,
      outcome,
      exitCode: this.exitCode,
      outputs: Object.fromEntries(this.outputs),
      annotations: shared.annotations.list(),
      summary: shared.summaryDropped && shared.summaries.length === 0 ? null : shared.summaries.join(''),
      log: shared.log.join('\n'),
      stdout: shared.stdout.join(''),
      stderr: shared.stderr.join(''),
      faults: [...shared.faults],
      env: Object.fromEntries(shared.env),
      path: [...shared.path],
      state: Object.fromEntries(this.state),
      durationMs,
    };
  }
}

function emptyShared(): Shared {
  return {
    log: [],
    annotations: new AnnotationList(),
    stdout: [],
    stderr: [],
    summaries: [],
    summaryDropped: false,
    faults: [],
    env: new Map(),
    path: [],
  };
}
