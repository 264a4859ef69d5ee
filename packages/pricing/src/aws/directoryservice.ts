import { amountFact } from '../facts/table.ts';
import type { CostModel } from '../model.ts';
import { type Amount, amount } from '../money/amount.ts';
import type { BilledResource } from '../resource/billed-resource.ts';
import { Undetermined } from '../resource/undetermined.ts';

/** Prices are by the hour, and shown by the month. */
const hoursShown = 730;

/**
 * `aws_directory_service_directory`. A Microsoft AD is billed by its domain controllers, at least two, and by the accounts that
 * it is shared with. The price of a Simple AD or an AD Connector is one for the directory with both of its servers.
 */
const directory: CostModel = {
  types: ['aws_directory_service_directory'],
  bill(resource, bill) {
    const { usage, hours } = resource;
    const least = () => amountFact(resource.facts, 'aws/amounts', 'microsoft-ad-least-controllers');
    const isMicrosoft = () => kindOf(resource) === 'Microsoft AD';
    bill.line('Directory service', () => {
      const kind = kindOf(resource);
      if (kind === 'Microsoft AD') {
        const edition = editionOf(resource);
        const name = `Directory service (${kind}, ${edition})`;
        return { ...controllers(edition), name, quantity: hours.times(least()) };
      }
      const size = resource.text('size', 'Large');
      const rate = kind === 'Simple AD' ? 'aws.directoryservice.simple-ad' : 'aws.directoryservice.ad-connector';
      const name = `Directory service (${kind}, ${size})`;
      return { name, unit: 'directories', rate, dimensions: { size }, quantity: hours, per: hoursShown };
    });
    bill.line('Additional domain controllers', () => {
      if (!isMicrosoft()) return null;
      const told = usage.number('additional_domain_controllers');
      const wanted = () => resource.number('desired_number_of_domain_controllers')?.minus(least()) ?? amount(0);
      return {
        ...controllers(editionOf(resource)),
        quantity: (told ?? wanted()).times(hours),
        usageBased: told !== undefined,
      };
    });
    bill.line('Directory sharing', () => {
      if (!isMicrosoft()) return null;
      const shares = resource.referrers('aws_directory_service_shared_directory', 'directory_id').length;
      const accounts = usage.number('shared_accounts') ?? amount(shares);
      const dimensions = { edition: editionOf(resource) };
      const rate = 'aws.directoryservice.microsoft-ad-share';
      const quantity: Amount = accounts.times(hours);
      return { unit: 'accounts', rate, dimensions, quantity, per: hoursShown, usageBased: true };
    });
  },
};

/** `aws_directory_service_region`: the domain controllers of a Microsoft AD in another region. */
const directoryRegion: CostModel = {
  types: ['aws_directory_service_region'],
  bill(resource, bill) {
    bill.line('Domain controllers', () => {
      const replicated = resource.target('directory_id', 'aws_directory_service_directory');
      if (replicated === undefined) throw new Undetermined('the directory is not in this configuration');
      const region = resource.neededText('region_name');
      const least = amountFact(resource.facts, 'aws/amounts', 'microsoft-ad-least-controllers');
      const count = resource.number('desired_number_of_domain_controllers') ?? least;
      const edition = editionOf(replicated);
      const name = `Domain controllers (${region}, ${edition})`;
      return { ...controllers(edition), name, region, quantity: count.times(resource.hours) };
    });
  },
};

function controllers(edition: string) {
  const rate = 'aws.directoryservice.microsoft-ad-controller';
  return { unit: 'controllers', rate, dimensions: { edition }, per: hoursShown };
}

function kindOf(resource: BilledResource): 'Microsoft AD' | 'Simple AD' | 'AD Connector' {
  const type = resource.text('type', 'SimpleAD');
  switch (type.toLowerCase()) {
    case 'microsoftad':
      return 'Microsoft AD';
    case 'simplead':
      return 'Simple AD';
    case 'adconnector':
      return 'AD Connector';
    default:
      throw new Undetermined(`there is no directory of the type "${type}"`);
  }
}

function editionOf(resource: BilledResource): string {
  return resource.text('edition', 'Enterprise');
}

export const directoryServiceModels: readonly CostModel[] = [directory, directoryRegion];
