import { formatDiagnostic } from '../diagnostic.ts';
import { type NativeFile, type ParseOptions, parseConfig } from '../parse.ts';
import { applyAligned } from './align.ts';
import { planRemove, planRename, planSet, type ValuePath } from './edit-attribute.ts';
import { type NewBlock, planAddBlock } from './edit-block.ts';
import { removeFromBody } from './edit-body.ts';
import { type EditedFile, type EditPlan, editedFile, unchanged } from './edit-plan.ts';
import { type BlockSelector, describeBlock, findBlock } from './edit-target.ts';
import type { EditValue } from './edit-value.ts';
import type { Splice } from './splice.ts';

/** One change of a file. `block` leads to the block from the outside in; left out it is the file itself. */
export type Edit =
  | {
      readonly kind: 'set';
      readonly block?: readonly BlockSelector[];
      readonly path: ValuePath;
      readonly value: EditValue;
    }
  | { readonly kind: 'remove'; readonly block?: readonly BlockSelector[]; readonly path: ValuePath }
  /** Gives the key at the end of the path another name; its value stays as it is written. */
  | {
      readonly kind: 'rename';
      readonly block?: readonly BlockSelector[];
      readonly path: ValuePath;
      readonly to: string;
    }
  | { readonly kind: 'add-block'; readonly block?: readonly BlockSelector[]; readonly add: NewBlock }
  | { readonly kind: 'remove-block'; readonly block: readonly BlockSelector[] };

/** An edit that could not be made, with the reason as a sentence. */
export interface EditProblem {
  readonly edit: Edit;
  readonly message: string;
}

/** What became of the text, and which edits could not be made. */
export interface EditResult {
  readonly text: string;
  readonly problems: readonly EditProblem[];
}

/**
 * edit changes arguments, keys and blocks of a file in the native syntax. All else stays as it is, byte for byte: only
 * spaces before `=` and before comments beside a change follow it, where they were aligned as `terraform fmt` does it.
 * The edits are made in their order. Made a second time they change nothing, other than the removal of one of several
 * like blocks.
 *
 * @example
 * edit(text, [{
 *   kind: 'set', block: [{ type: 'resource', labels: ['aws_instance', 'web'] }],
 *   path: ['tags', 'Owner'], value: { literal: 'platform' },
 * }], { file: 'main.tf' }).text
 */
export function edit(text: string, edits: readonly Edit[], options: ParseOptions): EditResult {
  const problems: EditProblem[] = [];
  let file = parseConfig(text, options);
  const [error] = file.diagnostics;
  if (error !== undefined) {
    const message = `The file has to be mended before it can be edited: ${formatDiagnostic(error)}`;
    return { text, problems: edits.map((wanted) => ({ edit: wanted, message })) };
  }
  for (let pending = [...edits]; pending.length > 0; ) {
    const { ready, later } = nextRound(file, pending);
    const round = makeRound(file, ready, options);
    problems.push(...round.problems);
    file = round.file;
    // A key may be there several times: it is removed until it is gone.
    pending = mergeInOrder(
      edits,
      later,
      round.made.filter(({ kind }) => kind === 'remove'),
    );
  }
  problems.sort((a, b) => edits.indexOf(a.edit) - edits.indexOf(b.edit));
  return { text: file.source.text, problems };
}

function mergeInOrder(edits: readonly Edit[], later: readonly Edit[], again: readonly Edit[]): Edit[] {
  const pending = new Set([...later, ...again]);
  return edits.filter((candidate) => pending.has(candidate));
}

/**
 * nextRound takes from the edits in their order all that can be made on one state of the file, which is one for each
 * outermost block. Adding and removing outermost blocks is done alone.
 */
function nextRound(file: NativeFile, pending: readonly Edit[]): { ready: Edit[]; later: Edit[] } {
  const ready: Edit[] = [];
  const later: Edit[] = [];
  const taken = new Set<number | undefined>();
  for (const [index, candidate] of pending.entries()) {
    const outermost = candidate.block?.[0];
    const isAlone =
      (candidate.kind === 'remove-block' && candidate.block.length === 1) ||
      (candidate.kind === 'add-block' && outermost === undefined);
    if (isAlone) {
      if (index === 0) return { ready: [candidate], later: pending.slice(1) };
      return { ready, later: [...later, ...pending.slice(index)] };
    }
    const place = outermost === undefined ? undefined : findBlock(file.body, [outermost])?.start;
    if (taken.has(place)) later.push(candidate);
    else ready.push(candidate);
    taken.add(place);
  }
  return { ready, later };
}

/** What a round came to: the file behind it, the edits that changed it, and those that failed. */
interface Round {
  readonly file: NativeFile;
  readonly made: Edit[];
  readonly problems: EditProblem[];
}

function makeRound(file: NativeFile, ready: readonly Edit[], options: ParseOptions): Round {
  const problems: EditProblem[] = [];
  const made: { edit: Edit; splices: readonly Splice[] }[] = [];
  const edited = editedFile(file);
  for (const candidate of ready) {
    const plan = planEdit(edited, candidate);
    if ('problem' in plan) problems.push({ edit: candidate, message: plan.problem });
    else if (plan.splices.length > 0) made.push({ edit: candidate, splices: plan.splices });
  }
  if (made.length === 0) return { file, made: [], problems };
  const splices = made.flatMap((one) => one.splices);
  const after = parseConfig(applyAligned(file.source.text, splices), options);
  const [error] = after.diagnostics;
  if (error === undefined) return { file: after, made: made.map((one) => one.edit), problems };
  const [only] = made;
  if (made.length === 1 && only !== undefined) {
    const message = `The file could not be read any more after this edit: ${formatDiagnostic(error)}`;
    return { file, made: [], problems: [...problems, { edit: only.edit, message }] };
  }
  return made.reduce<Round>(
    (round, one) => {
      const next = makeRound(round.file, [one.edit], options);
      return {
        file: next.file,
        made: [...round.made, ...next.made],
        problems: [...round.problems, ...next.problems],
      };
    },
    { file, made: [], problems },
  );
}

function planEdit(edited: EditedFile, wanted: Edit): EditPlan {
  const path = wanted.block ?? [];
  const block = findBlock(edited.file.body, path);
  if (block === undefined && path.length > 0) {
    if (wanted.kind === 'remove' || wanted.kind === 'remove-block') return unchanged;
    return { problem: `There is no block ${describeBlock(path)}.` };
  }
  switch (wanted.kind) {
    case 'set':
      return planSet(edited, block, wanted.path, wanted.value);
    case 'remove':
      return planRemove(edited, block, wanted.path);
    case 'rename':
      return planRename(edited, block, wanted.path, wanted.to);
    case 'add-block':
      return planAddBlock(edited, block, wanted.add);
    case 'remove-block':
      return block === undefined
        ? unchanged
        : removeFromBody(edited, findBlock(edited.file.body, path.slice(0, -1)), block);
  }
}
