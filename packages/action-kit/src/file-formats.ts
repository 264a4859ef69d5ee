// A chunk of its own: most runs write neither.
export { toJUnit, toSarif } from '@tollgate/reporting';
