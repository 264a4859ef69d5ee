import { type Amount, amount, parseAmount } from '../money/amount.ts';
import type { BilledResource } from '../resource/billed-resource.ts';
import { notTold } from '../resource/undetermined.ts';

/** The settings of an environment, by the last part of their namespace: `asg`, `vpc`, `launchconfiguration`. */
export interface Settings {
  text(namespace: string, name: string): string | undefined;
  number(namespace: string, name: string): Amount | undefined;
  flag(namespace: string, name: string): boolean;
  /** The parts of a list that is divided by commas. */
  list(namespace: string, name: string): readonly string[];
}

/** Reads the settings of an environment, and those of its saved configuration that it does not set itself. */
export function settingsOf(environment: BilledResource): Settings {
  const find = (namespace: string, name: string): string | undefined => {
    const template = environment.target('template_name', 'aws_elastic_beanstalk_configuration_template');
    for (const holder of [environment, template]) {
      const found = holder
        ?.blocks('setting')
        .findLast((each) => each.text('name') === name && each.text('namespace')?.split(':').at(-1) === namespace);
      const value = found?.text('value');
      if (value !== undefined) return value;
    }
    return undefined;
  };
  return {
    text: find,
    number: (namespace, name) => {
      const text = find(namespace, name);
      return text === undefined ? undefined : (parseAmount(text) ?? notTold(`the setting ${name} is no number`));
    },
    flag: (namespace, name) => find(namespace, name)?.toLowerCase() === 'true',
    list: (namespace, name) =>
      (find(namespace, name) ?? '')
        .split(',')
        .map((part) => part.trim())
        .filter((part) => part !== ''),
  };
}

/** A volume of the setting `BlockDeviceMappings`. */
export interface MappedDevice {
  readonly size: Amount | undefined;
  readonly type: string | undefined;
  readonly iops: Amount | undefined;
}

/** Reads `/dev/sdj=:100,/dev/sdh=snap-1::true:gp3,/dev/sdb=ephemeral0`: snapshot, size, deletion, type and IOPS. */
export function mappedDevices(mappings: readonly string[]): readonly MappedDevice[] {
  return mappings
    .map((mapping) => mapping.slice(mapping.indexOf('=') + 1))
    .filter((device) => !device.startsWith('ephemeral') && device !== '')
    .map((device) => {
      const [, size = '', , type = '', iops = ''] = device.split(':');
      return {
        size: parseAmount(size),
        type: type === '' ? undefined : type,
        iops: iops === '' ? undefined : (parseAmount(iops) ?? amount(0)),
      };
    });
}
