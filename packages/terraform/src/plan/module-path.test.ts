import { expect, it } from 'vitest';
import { modulePath } from './module-path.ts';

it.each([
  ['', []],
  ['module.a', ['a']],
  ['module.a.module.b', ['a', 'b']],
  ['module.a[0].module.b-c_d["x"]', ['a', 'b-c_d']],
  ['module.a["x.module.y[\\"0\\"]"].module.b', ['a', 'b']],
  ['a', null],
  ['module.a.', null],
  ['module.a[', null],
  ['module.a.b', null],
])('gives the module calls of %j', (address, path) => {
  expect(modulePath(address)).toEqual(path);
});
