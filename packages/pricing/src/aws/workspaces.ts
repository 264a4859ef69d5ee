import type { CostModel } from '../model.ts';
import type { BilledResource } from '../resource/billed-resource.ts';
import { Undetermined } from '../resource/undetermined.ts';

/**
 * `aws_workspaces_workspace`: a month of the desktop by its bundle and volumes. One that stops by itself has a lower price of the month,
 * and hours beside it, which only usage tells. Not billed here: desktops with a licence of one's own, which are cheaper.
 */
const workspace: CostModel = {
  types: ['aws_workspaces_workspace'],
  bill(resource, bill) {
    const { usage } = resource;
    const stops = () => property(resource, 'running_mode', 'ALWAYS_ON') === 'AUTO_STOP';
    bill.line('Desktop', () => {
      const rate = stops() ? 'aws.workspaces.auto-stop' : 'aws.workspaces.always-on';
      const dimensions = bundleOf(resource);
      const name = `Desktop (${stops() ? 'auto stop' : 'always on'}, ${dimensions.bundle})`;
      return { name, unit: 'months', rate, dimensions, quantity: 1 };
    });
    bill.line('Usage', () => {
      if (!stops()) return null;
      const quantity = usage.number('monthly_hrs');
      const rate = 'aws.workspaces.auto-stop-hours';
      return { unit: 'hours', rate, dimensions: bundleOf(resource), quantity, usageBased: true };
    });
  },
};

function bundleOf(resource: BilledResource) {
  const type = property(resource, 'compute_type_name', 'VALUE');
  const bundle = resource.facts('aws/workspaces-bundles').row(type)?.bundle;
  if (bundle === undefined) throw new Undetermined(`the bundle of the compute type "${type}" is not known`);
  const volume = (name: string, fallback: string) => `${property(resource, name, fallback)} GB`;
  return {
    bundle,
    rootVolume: volume('root_volume_size_gib', '80'),
    userVolume: volume('user_volume_size_gib', '10'),
  };
}

/** Without the block, everything is as the provider has it by default. */
function property(resource: BilledResource, name: string, fallback: string): string {
  const properties = resource.block('workspace_properties');
  if (properties !== undefined) return properties.text(name, fallback);
  resource.assume(`workspace_properties.${name}`, fallback);
  return fallback;
}

export const workspacesModels: readonly CostModel[] = [workspace];
