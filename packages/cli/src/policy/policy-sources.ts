export { policySources } from '@tollgate/resources';
