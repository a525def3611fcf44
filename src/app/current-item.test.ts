import { expect, it } from 'vitest';
import { currentItem } from './current-item.ts';

it.each([
  ['/', '/'],
  ['/sessions/s1/end', '/sessions'],
  ['/groups/g1', '/sessions'],
  ['/practitioners/p1', '/children'],
  ['/records/r1', '/records'],
  ['/supervision-file', '/records'],
  ['/export/everything', '/backup'],
  ['/sync', '/settings'],
  ['/sync/texts/t1', '/settings'],
  ['/settings/ways-in', '/settings'],
  ['/policy/edit', '/settings'],
  ['/keeping', '/settings'],
  ['/entries/e1', '/entries/new'],
  ['/help', '/help'],
  ['/monitoring', '/monitoring'], // no item has that address: none is marked
])('the page at %s is of the item %s', (path, href) => {
  expect(currentItem(path)).toBe(href);
});
