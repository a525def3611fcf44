/** Pages without an item of their own, by the item that people come to them from. Few: Home waits for it. */
const under: Readonly<Record<string, string>> = {
  sync: 'settings',
  policy: 'settings',
  keeping: 'settings',
  groups: 'sessions',
  practitioners: 'children',
  'supervision-file': 'records',
  export: 'backup',
  entries: 'entries/new',
};

/** The address of the item that the page at a path is, or stands below. */
export function currentItem(path: string): string {
  const at = path.split('/')[1] ?? '';
  return `/${under[at] ?? at}`;
}
