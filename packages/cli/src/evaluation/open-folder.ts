export { type FolderOptions, type OpenedFolder, openFolder } from '@tollgate/resources';
