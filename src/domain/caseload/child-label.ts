import type { Child } from '#domain/records/child.ts';

/** LIST7: how a child is called in lists, search and print. A restricted name is never among them. */
export function childLabel({
  name,
  reference,
  restricted,
}: Pick<Child, 'name' | 'reference' | 'restricted'>): string {
  if (restricted) return `Restricted${reference ? `, ${reference}` : ''}`;
  return name || reference || 'No name held';
}
