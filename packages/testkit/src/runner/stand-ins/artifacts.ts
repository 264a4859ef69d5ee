import { createHash } from 'node:crypto';
import { dirname, join, matchesGlob, resolve } from 'node:path';
import { RunnerError } from '../errors.ts';
import { findFiles } from '../expressions/workspace-glob.ts';
import type { StandInCall } from './stand-ins.ts';

/** uploadArtifact stands in for actions/upload-artifact: paths, exclusions and the root folder as in version 4. */
export async function uploadArtifact(call: StandInCall): Promise<Record<string, string>> {
  const name = call.inputs.name ?? 'artifact';
  const path = call.inputs.path ?? '';
  if (path === '') throw new RunnerError('Input required and not supplied: path');
  const found = findFiles(call.workspace, [path], { hidden: call.inputs['include-hidden-files'] === 'true' });
  if (found.files.length === 0) {
    const message = `No files were found with the provided path: ${path}. No artifacts will be uploaded.`;
    const reaction = call.inputs['if-no-files-found'] ?? 'warn';
    if (reaction === 'error') throw new RunnerError(message);
    if (reaction === 'warn') call.warning(message);
    else call.log(message);
    return {};
  }
  call.artifacts.save(call.runId, name, rootOf(found), found.files, call.inputs.overwrite === 'true');
  call.log(`Artifact ${name} has been successfully uploaded! ${found.files.length} file(s).`);
  const id = createHash('sha256').update(`${call.runId} ${name}`).digest().readUInt32BE(0);
  const url = `${call.serverUrl}/${call.repository}/actions/runs/${call.runId}/artifacts/${id}`;
  return { 'artifact-id': String(id), 'artifact-url': url };
}

/** downloadArtifact stands in for actions/download-artifact; `run-id` finds the artifacts of another run. */
export async function downloadArtifact(call: StandInCall): Promise<Record<string, string>> {
  const folder = resolve(call.workspace, call.inputs.path ?? '.');
  const runId = call.inputs['run-id'] ?? call.runId;
  const name = call.inputs.name ?? '';
  if (name !== '') {
    if (!call.artifacts.restore(runId, name, folder)) {
      throw new RunnerError(`Unable to download artifact(s): Artifact not found for name: ${name}`);
    }
    call.log(`Artifact ${name} has been downloaded to ${folder}.`);
    return { 'download-path': folder };
  }
  const pattern = call.inputs.pattern ?? '*';
  const names = call.artifacts.names(runId).filter((candidate) => matchesGlob(candidate, pattern));
  for (const found of names) {
    call.artifacts.restore(runId, found, call.inputs['merge-multiple'] === 'true' ? folder : join(folder, found));
  }
  call.log(`Total of ${names.length} artifact(s) downloaded.`);
  return { 'download-path': folder };
}

/** Paths inside an artifact start at the folder that all patterns have in common; a single file stands at the top. */
function rootOf(found: { files: string[]; roots: string[] }): string {
  const [first, ...others] = found.roots;
  if (first === undefined) return '/';
  if (others.length === 0) return found.files.length === 1 && found.files[0] === first ? dirname(first) : first;
  return others.reduce(commonFolder, first);
}

function commonFolder(left: string, right: string): string {
  const other = right.split('/');
  const parts = left.split('/');
  const differs = parts.findIndex((part, index) => part !== other[index]);
  return parts.slice(0, differs < 0 ? parts.length : differs).join('/') || '/';
}
