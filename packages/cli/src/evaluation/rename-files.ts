export { renameFiles } from '@tollgate/resources';
