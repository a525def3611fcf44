import type { CollectionName } from '#domain/collections.ts';

type Fields = Readonly<Record<string, unknown>>;

/** What is said first of a text that is not finished; '' of one that is, and of what never is finished. */
export function unfinishedWords(collection: CollectionName, body: Fields): string {
  const isSet = (key: string) => (body[key] ?? '') !== '';
  switch (collection) {
    case 'discussions':
    case 'groupDiscussions': {
      const parts = (body.children ?? []) as readonly Fields[]; // by their schemas
      return parts.every(({ childRecordId }) => (childRecordId ?? '') !== '')
        ? 'Working notes, from before the record was finalised'
        : DRAFT;
    }
    case 'entryDrafts':
      return ((body.finished ?? []) as readonly unknown[]).length > 0
        ? 'Working notes, from before the record was finalised'
        : DRAFT;
    case 'preparations':
      return isSet('sharedAt') ? '' : `${DRAFT}: not shared`;
    case 'entitlements':
      return isSet('sentAt') ? '' : `${DRAFT}: not sent`;
    case 'agreements':
      return isSet('supervisorSignedAt') ? '' : DRAFT;
    case 'responses':
      return ['sharedAt', 'answeredAt', 'signedAt', 'askedAt'].some(isSet) ? '' : DRAFT;
    default:
      return 'finalisedAt' in body && !isSet('finalisedAt') ? DRAFT : '';
  }
}

const DRAFT = 'Draft, not finalised';
