import type { OpenRecord } from '#storage/open-record.ts';

/** What a finished text may say of itself. */
interface Says {
  readonly heading?: string;
  readonly child?: { readonly name: string; readonly reference: string };
}

/** As a person knows a finished text: the child's name, or the heading that is on it. */
export function recordTitle({ collection, body }: OpenRecord): string {
  const { child, heading } = body as Says; // read as far as it goes
  if (child) return child.name || child.reference;
  if (collection === 'childAmendments' || collection === 'staffAmendments') return 'The correction';
  return heading ?? 'Supervision notes';
}
