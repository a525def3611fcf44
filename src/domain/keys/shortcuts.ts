/**
 * The keys of Footprint (ui.md 2.5), as data: what listens, what Help shows and what each button says of
 * itself are this one table. Always with a modifier: a bare letter throws about those who speak to their
 * computer (WCAG 2.1.4).
 */
interface ShortcutRow {
  /** As `aria-keyshortcuts` has it, which is also how a press is told. */
  readonly aria: string;
  /** As it is read on a keyboard. */
  readonly keys: string;
  readonly does: string;
  /** What on the page does the same. */
  readonly button: string;
  readonly where: 'session' | 'everywhere';
  /** Held down it goes on: no harm is done by a second one. */
  readonly repeats?: true;
}

export const shortcuts = {
  done: {
    aria: 'Control+Enter',
    keys: 'Ctrl + Enter',
    does: 'Discussed: go to the next child who is not, with the caret in the note',
    button: '“Discussed: go to next”',
    where: 'session',
  },
  next: {
    aria: 'Alt+PageDown',
    keys: 'Alt + Page down',
    does: 'Next child',
    button: '“Next child”',
    where: 'session',
    repeats: true,
  },
  previous: {
    aria: 'Alt+PageUp',
    keys: 'Alt + Page up',
    does: 'Previous child',
    button: '“Previous child”',
    where: 'session',
    repeats: true,
  },
  list: {
    aria: 'Alt+1',
    keys: 'Alt + 1',
    does: 'To the list of cases',
    button: '“Skip to case list”, at the top of the page',
    where: 'session',
  },
  notes: {
    aria: 'Alt+2',
    keys: 'Alt + 2',
    does: 'Back to the notes, where the caret was',
    button: '“Skip to notes”, at the top of the page',
    where: 'session',
  },
  lastTime: {
    aria: 'Alt+3',
    keys: 'Alt + 3',
    does: 'To what was said last time',
    button: '“Last time”',
    where: 'session',
  },
  onTrackYes: {
    aria: 'Alt+Y',
    keys: 'Alt + Y',
    does: 'The plan is on track',
    button: '“Yes”, under the note',
    where: 'session',
  },
  onTrackPartly: {
    aria: 'Alt+P',
    keys: 'Alt + P',
    does: 'The plan is partly on track',
    button: '“Partly”, under the note',
    where: 'session',
  },
  onTrackNo: {
    aria: 'Alt+N',
    keys: 'Alt + N',
    does: 'The plan is not on track',
    button: '“No”, under the note',
    where: 'session',
  },
  addAction: {
    aria: 'Alt+A',
    keys: 'Alt + A',
    does: 'Add an action',
    button: '“Add an action”',
    where: 'session',
  },
  goTo: {
    aria: 'Control+K',
    keys: 'Ctrl + K',
    does: 'Go to a child, a practitioner or a page by typing a part of its name',
    button: '“Go to”, at the top of the page',
    where: 'everywhere',
  },
  save: {
    aria: 'Control+S',
    keys: 'Ctrl + S',
    does: 'Say when your text was saved. It is saved without it',
    button: 'The time stands at the top of the page',
    where: 'everywhere',
  },
  hide: {
    aria: 'Control+Shift+L',
    keys: 'Ctrl + Shift + L',
    does: 'Hide the page, with the way to lock it',
    button: '“Hide”, at the top of the page',
    where: 'everywhere',
  },
  help: {
    aria: 'Control+/',
    keys: 'Ctrl + /',
    does: 'Show these keys',
    button: '“Help”, at the top of the page',
    where: 'everywhere',
  },
} as const satisfies Record<string, ShortcutRow>;

export type ShortcutId = keyof typeof shortcuts;

const rows: readonly (readonly [ShortcutId, ShortcutRow])[] = (
  Object.keys(shortcuts) as ShortcutId[]
) // the keys of the table above
  .map((id) => [id, shortcuts[id]]);

/** What is held of a press of keys. The browser's own event has it. */
export type Press = Pick<
  KeyboardEvent,
  'key' | 'code' | 'ctrlKey' | 'altKey' | 'shiftKey' | 'metaKey' | 'isComposing' | 'repeat'
>;

/**
 * KEY1, KEY2: which of them was pressed. Letters go by what they type, so that they are where the keyboard
 * says; digits by their place, since many layouts type them with Shift.
 */
export function shortcutOf(press: Press): ShortcutId | undefined {
  const { ctrlKey, altKey, shiftKey, metaKey, isComposing, repeat } = press;
  // Both together are AltGr, which types letters: Ctrl + Alt is never one of ours.
  if (isComposing || metaKey || ctrlKey === altKey) return undefined;
  const name = nameOf(press);
  const shift = shiftKey && name !== '/' ? 'Shift+' : ''; // where the slash is on another key, it needs it
  const aria = `${ctrlKey ? 'Control+' : 'Alt+'}${shift}${name}`;
  const row = rows.find(([, each]) => each.aria === aria);
  return row && (!repeat || row[1].repeats) ? row[0] : undefined;
}

function nameOf({ key, code }: Press): string {
  const digit = /^Digit(\d)$/.exec(code)?.[1];
  if (digit !== undefined && key !== '/') return digit;
  if (/^\d$/.test(key)) return ''; // on the number pad: with Alt it types characters
  return key.length === 1 ? key.toUpperCase() : key;
}

export interface ShortcutLine {
  readonly id: ShortcutId;
  readonly keys: string;
  readonly does: string;
  readonly button: string;
}

export const shortcutLines = (where: ShortcutRow['where']): readonly ShortcutLine[] =>
  rows.filter(([, row]) => row.where === where).map(([id, row]) => ({ id, ...row }));
