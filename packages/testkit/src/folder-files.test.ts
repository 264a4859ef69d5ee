import { expect, it } from 'vitest';
import { temporaryFolder } from '../test/temporary-folder.ts';
import { folderFiles } from './folder-files.ts';

it('folderFiles reads all files below a folder, hidden ones too', async () => {
  const folder = await temporaryFolder({ 'main.tf': 'a', '.github/workflows/ci.yml': 'b' });
  expect(folderFiles(`${folder}/`)).toEqual({ '.github/workflows/ci.yml': 'b', 'main.tf': 'a' });
});
