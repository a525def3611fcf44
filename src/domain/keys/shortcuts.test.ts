import { expect, it } from 'vitest';
import { type Press, type ShortcutId, shortcutLines, shortcutOf, shortcuts } from './shortcuts.ts';

const press = (over: Partial<Press>): Press => ({
  key: '',
  code: '',
  ctrlKey: false,
  altKey: false,
  shiftKey: false,
  metaKey: false,
  isComposing: false,
  repeat: false,
  ...over,
});
const ctrl = (key: string, over: Partial<Press> = {}) => press({ key, ctrlKey: true, ...over });
const alt = (key: string, over: Partial<Press> = {}) => press({ key, altKey: true, ...over });

it('[KEY1] each key of the table is told from its press', () => {
  const presses: Record<ShortcutId, Press> = {
    done: ctrl('Enter'),
    next: alt('PageDown'),
    previous: alt('PageUp'),
    list: alt('1', { code: 'Digit1' }),
    notes: alt('2', { code: 'Digit2' }),
    lastTime: alt('3', { code: 'Digit3' }),
    onTrackYes: alt('y', { code: 'KeyY' }),
    onTrackPartly: alt('p', { code: 'KeyP' }),
    onTrackNo: alt('n', { code: 'KeyN' }),
    addAction: alt('a', { code: 'KeyA' }),
    goTo: ctrl('k', { code: 'KeyK' }),
    save: ctrl('s', { code: 'KeyS' }),
    hide: ctrl('L', { code: 'KeyL', shiftKey: true }),
    help: ctrl('/', { code: 'Slash' }),
  };
  for (const [id, each] of Object.entries(presses)) expect(shortcutOf(each), id).toBe(id);
});

it('[KEY1] every one has a modifier, and words for the keyboard and for what on the page does the same', () => {
  const lines = [...shortcutLines('session'), ...shortcutLines('everywhere')];
  expect(lines.map(({ id }) => id).toSorted()).toEqual(Object.keys(shortcuts).toSorted());
  for (const { id, keys, button } of lines) {
    expect(shortcuts[id].aria, id).toMatch(/^(Control|Alt)\+/);
    expect(keys, id).toMatch(/^(Ctrl|Alt) \+ /);
    expect(button, id).not.toBe('');
  }
});

it('[KEY1] letters go by what they type and digits by where they are', () => {
  // A French keyboard: the letter A is where ours has Q, and the first digit is an ampersand.
  expect(shortcutOf(alt('a', { code: 'KeyQ' }))).toBe('addAction');
  expect(shortcutOf(alt('q', { code: 'KeyA' }))).toBeUndefined();
  expect(shortcutOf(alt('&', { code: 'Digit1' }))).toBe('list');
  // A German one: the slash is Shift and 7. With Caps Lock a letter is a capital.
  expect(shortcutOf(ctrl('/', { code: 'Digit7', shiftKey: true }))).toBe('help');
  expect(shortcutOf(ctrl('K', { code: 'KeyK' }))).toBe('goTo');
});

it('[KEY2] nothing while a character is being composed, with AltGr, or on the number pad', () => {
  expect(shortcutOf(ctrl('Enter', { isComposing: true }))).toBeUndefined();
  expect(
    shortcutOf(press({ key: 'a', code: 'KeyA', ctrlKey: true, altKey: true })),
  ).toBeUndefined();
  expect(shortcutOf(alt('1', { code: 'Numpad1' }))).toBeUndefined();
  expect(shortcutOf(ctrl('k', { metaKey: true }))).toBeUndefined();
});

it('[KEY2] a bare key and another modifier are nothing, and what is held down marks no second child', () => {
  for (const key of ['k', 's', '/', 'a', 'Enter', 'PageDown'])
    expect(shortcutOf(press({ key })), key).toBeUndefined();
  expect(shortcutOf(press({ key: '1', code: 'Digit1' }))).toBeUndefined();
  expect(shortcutOf(ctrl('PageDown'))).toBeUndefined(); // the browser's own: the next tab
  expect(shortcutOf(ctrl('Enter', { shiftKey: true }))).toBeUndefined();
  expect(shortcutOf(ctrl('Enter', { repeat: true }))).toBeUndefined();
  expect(shortcutOf(alt('PageDown', { repeat: true }))).toBe('next');
});
