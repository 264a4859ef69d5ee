export { type OpenedConfiguration, type OpenOptions, openConfiguration } from '@tollgate/resources';
