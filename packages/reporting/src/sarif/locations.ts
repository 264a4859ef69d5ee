import type { Source, SourcePlace, SubjectReference } from '@tollgate/policy-engine';
import type { Location, PhysicalLocation, Region } from 'sarif';
import { sarifText } from './text.ts';

/** Stands for the root of the repository in addresses of files. */
export const sourceRoot = '%SRCROOT%';

/**
 * Where a subject is: its place in the file, and its address as a logical location. GitHub refuses a file with a result that
 * has no physical location, so a subject without a place gets the first line of `placeless`.
 */
export function subjectLocation(subject: SubjectReference, source: Source | undefined, placeless: string): Location {
  return {
    physicalLocation: physicalLocation(source ?? { file: placeless, startLine: 1 }),
    logicalLocations: [{ fullyQualifiedName: sarifText(subject.id), kind: subject.kind }],
  };
}

/** The module calls that lead to a subject, outermost first; GitHub links them from the message. */
export function callerLocations(source: Source | undefined, limit: number): Location[] {
  return (source?.callers ?? []).slice(0, limit).map(({ address, ...place }, index) => ({
    id: index + 1,
    message: { text: `${sarifText(address)} is called here.` },
    physicalLocation: physicalLocation(place),
  }));
}

/** A place in a file of the repository. */
export function physicalLocation(place: SourcePlace): PhysicalLocation {
  return { artifactLocation: { uri: fileUri(place.file), uriBaseId: sourceRoot }, region: regionOf(place) };
}

function regionOf({ startLine, startColumn, endLine, endColumn }: SourcePlace): Region {
  return {
    startLine,
    ...(startColumn !== undefined && { startColumn }),
    ...(endLine !== undefined && { endLine }),
    ...(endColumn !== undefined && { endColumn }),
  };
}

/** The name of a file as a relative URI: each part of the path percent-encoded, so that no name reads as anything else. */
function fileUri(file: string): string {
  return file.toWellFormed().split('/').map(encodeURIComponent).join('/');
}
