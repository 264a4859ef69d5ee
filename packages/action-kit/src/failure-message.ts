// A chunk of its own: only a run that fails needs it before it has a result.
export { failureMessage } from '@tollgate/reporting';
