import type { CollectionName } from '#domain/collections.ts';

/** In these `by` is who appended it; in amendments and marks it is a name, as it was shown. */
const byIsReference: readonly CollectionName[] = [
  'childActionEvents',
  'staffActionEvents',
  'decisionRevisits',
  'audit',
];

/** Who the text itself says wrote it, by reference; undefined where it says nothing. */
export function statedAuthorOf(
  type: CollectionName,
  body: Readonly<Record<string, unknown>>,
): string | undefined {
  const stated = [
    body.createdBy,
    body.byRef,
    body.signerRef,
    byIsReference.includes(type) ? body.by : undefined,
  ];
  return stated.find((ref): ref is string => typeof ref === 'string' && ref !== '');
}
