import type { Survey } from '../look/survey.ts';
import type { KeyRule } from './key-rules.ts';

/** What was chosen, by options or by answers. */
export interface Choices {
  /** The names of gates, in the order of `gateSetups`. */
  readonly gates: readonly string[];
  readonly keyRules: readonly KeyRule[];
  readonly workflow: boolean;
}

/** A file that is to be there. */
export interface WantedFile {
  /** From the top of the repository. */
  readonly path: string;
  readonly text: string;
  /** What it is for: `requires Owner on aws_*`. */
  readonly reason: string;
}

/** An input of a step, with the comment above it. */
export interface StepInput {
  readonly name: string;
  readonly value: string;
  readonly comment: string;
}

/** A permission of a job, with what it is for. */
export interface Permission {
  readonly scope: string;
  readonly access: 'read' | 'write';
  readonly reason: string;
}

/** A command of Tollgate and the option with the file that it takes; null where it takes none. */
export interface TrialCommand {
  readonly command: string;
  readonly file: { readonly option: string; readonly path: string } | null;
}

/** What a gate gets in a repository: a job of the workflow, and the files that it judges by. */
export interface GateSetup {
  /** As options and questions call it, and the job: `tags`. */
  readonly name: string;
  /** What it does, for the question. */
  readonly summary: string;
  /** The action, which is a folder of `actions/`. */
  readonly action: string;
  readonly permissions: readonly Permission[];
  /** Whether its files depend on the keys of tags that are required. */
  readonly usesKeyRules: boolean;
  files(survey: Survey, choices: Choices): Promise<readonly WantedFile[]>;
  /** The inputs of the step beside the root modules. */
  inputs(survey: Survey): readonly StepInput[];
  /** The command that shows at once what the gate says of a root module. */
  trial(survey: Survey): TrialCommand;
  /** What the survey says that the gate cannot use, in sentences. */
  notices(survey: Survey): readonly string[];
}
