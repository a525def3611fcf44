import { expect, it } from 'vitest';
import { childLabel } from './child-label.ts';

it('[LIST7] a restricted child is called by the reference in lists, and never by name', () => {
  const child = { name: 'Ann Ash', reference: 'CH-1', restricted: false };
  expect(childLabel(child)).toBe('Ann Ash');
  expect(childLabel({ ...child, restricted: true })).toBe('Restricted, CH-1');
  expect(childLabel({ ...child, reference: '', restricted: true })).toBe('Restricted');
  expect(childLabel({ ...child, name: '' })).toBe('CH-1');
  expect(childLabel({ name: '', reference: '', restricted: false })).toBe('No name held');
});
