import type { Evaluation } from '@tollgate/terraform';
import type { ResourceInput, ResourceView, StateInput } from '../resource-view.ts';
import { configurationViews } from './configuration-views.ts';
import { planViews } from './plan-views.ts';
import { sinceBase } from './since-base.ts';
import { stateViews } from './state-views.ts';

/** What is known beside an input. */
export interface ResourceOptions {
  /** The configuration before the change, so that a configuration tells what changes. A plan tells it by itself. */
  readonly base?: Evaluation;
  /** The path from the root of the repository of a file, by its name in the places of the input; names are paths unless given. */
  readonly pathOf?: (file: string) => string;
}

/**
 * Gives the resources of a plan, a configuration or a state in one form, secrets withheld: managed resources and data sources, and
 * what the change deletes.
 */
export function resourceViews(
  input: ResourceInput | StateInput,
  { base }: ResourceOptions = {},
): readonly ResourceView[] {
  switch (input.kind) {
    case 'plan':
      return planViews(input.plan, input.sources);
    case 'state':
      return stateViews(input.state, input.sources);
    case 'configuration': {
      const views = configurationViews(input.evaluation);
      return base === undefined ? views : sinceBase(views, input.evaluation, base);
    }
  }
}
