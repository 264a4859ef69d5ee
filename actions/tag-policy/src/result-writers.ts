// A chunk of its own.
export { toJUnit, toSarif } from '@tollgate/reporting';
