import type { GithubEvent } from '../events/types.ts';
import type { ArtifactStore } from './artifact-store.ts';
import { downloadArtifact, uploadArtifact } from './artifacts.ts';
import { checkout } from './checkout.ts';

/** What a stand-in for an action gets to work with. */
export interface StandInCall {
  reference: string;
  /** As written in the workflow; defaults of the real action are the stand-in's affair. */
  inputs: Readonly<Record<string, string>>;
  workspace: string;
  temp: string;
  event: GithubEvent;
  repository: string;
  serverUrl: string;
  token: string;
  runId: string;
  repositories: Readonly<Record<string, string>>;
  artifacts: ArtifactStore;
  /** Puts a folder in front of PATH for the steps that follow, as actions do that install a program. */
  addPath(folder: string): void;
  /** Adds a line to the log of the step. */
  log(line: string): void;
  warning(message: string): void;
}

/** Does the work of an action inside the harness. Throwing fails the step with the message; the result are its outputs. */
export type StandIn = (call: StandInCall) => Promise<Record<string, string>>;

/** Actions that only prepare a machine: the stand-in says so in the log and does nothing. */
const NOTHING_TO_DO: readonly string[] = [
  'actions/setup-node',
  'actions/setup-python',
  'actions/setup-go',
  'actions/setup-java',
  'hashicorp/setup-terraform',
  'opentofu/setup-opentofu',
  'terraform-linters/setup-tflint',
  'aws-actions/configure-aws-credentials',
  'google-github-actions/auth',
  'google-github-actions/setup-gcloud',
  'azure/login',
];

/** Stand-ins by the path of the action in lower case, whatever its version. */
export const BUILT_IN_ACTIONS: Readonly<Record<string, StandIn>> = {
  'actions/checkout': checkout,
  'actions/upload-artifact': uploadArtifact,
  'actions/download-artifact': downloadArtifact,
  'actions/cache': emptyCache,
  'actions/cache/restore': emptyCache,
  'actions/cache/save': doNothing,
  ...Object.fromEntries(NOTHING_TO_DO.map((path) => [path, doNothing])),
};

async function doNothing(call: StandInCall): Promise<Record<string, string>> {
  call.log(`Stand-in of the test harness for ${call.reference}: it does nothing.`);
  return {};
}

async function emptyCache(call: StandInCall): Promise<Record<string, string>> {
  call.log(`Stand-in of the test harness for ${call.reference}: the cache is always empty.`);
  return { 'cache-hit': '' };
}
