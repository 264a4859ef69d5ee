import { type ApiError, validationFailed } from '../api-error.ts';
import { characters, checkLength, limit } from '../limits.ts';
import type { GitHubState } from '../state/github-state.ts';
import type { Issue, Label } from '../state/issue.ts';
import type { Repository } from '../state/repository.ts';

/** The labels that GitHub gives to a new repository. */
const DEFAULTS: readonly (readonly [name: string, color: string])[] = [
  ['bug', 'd73a4a'],
  ['documentation', '0075ca'],
  ['duplicate', 'cfd3d7'],
  ['enhancement', 'a2eeef'],
  ['good first issue', '7057ff'],
  ['help wanted', '008672'],
  ['invalid', 'e4e669'],
  ['question', 'd876e3'],
  ['wontfix', 'ffffff'],
];

/** The colour of a label that came into being by being put on an issue. */
const IMPLICIT_COLOR = 'ededed';

export function addDefaultLabels(state: GitHubState, repo: Repository): void {
  for (const [name, color] of DEFAULTS) {
    repo.labels.set(name, { id: state.ids('label'), name, color, description: null, isDefault: true });
  }
}

/** createLabel makes a label and refuses what GitHub refuses: a name in use, a colour that is none, a text too long. */
export function createLabel(
  state: GitHubState,
  repo: Repository,
  { name, color = IMPLICIT_COLOR, description = null }: { name: string; color?: string; description?: string | null },
): Label {
  checkName(name);
  checkColor(color);
  if (description !== null) checkLength(description, 'Label', 'description', 'labelDescription');
  if (repo.labels.has(name.toLowerCase())) throw nameTaken();
  const label: Label = { id: state.ids('label'), name, color, description, isDefault: false };
  repo.labels.set(name.toLowerCase(), label);
  return label;
}

/** updateLabel changes a label, also on the issues that carry it. */
export function updateLabel(
  repo: Repository,
  label: Label,
  { name = label.name, color, description }: { name?: string; color?: string; description?: string },
): void {
  checkName(name);
  if (color !== undefined) checkColor(color);
  if (description !== undefined) checkLength(description, 'Label', 'description', 'labelDescription');
  const before = label.name.toLowerCase();
  const after = name.toLowerCase();
  if (after !== before) {
    if (repo.labels.has(after)) throw nameTaken();
    repo.labels.delete(before);
    repo.labels.set(after, label);
    for (const issue of repo.issues.values()) {
      issue.labels = issue.labels.map((key) => (key === before ? after : key));
    }
  }
  label.name = name;
  label.color = color ?? label.color;
  label.description = description ?? label.description;
}

/** deleteLabel removes a label, also from the issues that carry it. */
export function deleteLabel(repo: Repository, label: Label): void {
  const key = label.name.toLowerCase();
  repo.labels.delete(key);
  for (const issue of repo.issues.values()) issue.labels = issue.labels.filter((other) => other !== key);
}

/** setLabels puts labels on an issue; one that the repository lacks is made, as GitHub does. */
export function setLabels(state: GitHubState, repo: Repository, issue: Issue, names: readonly string[]): void {
  const most = limit('labelsOfIssue');
  const keys = [...new Set(names.map((name) => name.toLowerCase()))];
  if (keys.length > most) {
    throw validationFailed({
      resource: 'Issue',
      code: 'custom',
      field: 'labels',
      message: `An issue has ${most} labels at most`,
    });
  }
  for (const name of names) {
    if (!repo.labels.has(name.toLowerCase())) createLabel(state, repo, { name });
  }
  issue.labels = keys;
  issue.updatedAt = state.clock.write();
}

function checkName(name: string): void {
  if (name.trim() === '') throw validationFailed({ resource: 'Label', code: 'missing_field', field: 'name' });
  if (characters(name) > limit('labelName')) checkLength(name, 'Label', 'name', 'labelName');
}

function checkColor(color: string): void {
  if (!/^[0-9a-f]{6}$/i.test(color)) throw validationFailed({ resource: 'Label', code: 'invalid', field: 'color' });
}

function nameTaken(): ApiError {
  return validationFailed({ resource: 'Label', code: 'already_exists', field: 'name' });
}
