import { type CollectionName, collections } from '#domain/collections.ts';

/**
 * What of a record says who may see it (ACL1 to ACL4 in src/sync/RULES.md). Fixed when the record is created,
 * but for `state`, which only widens.
 */
export interface RecordHeader {
  readonly type: CollectionName;
  readonly file: 'child' | 'staff' | 'working';
  /** Whose supervision file; '' where it is on nobody's. */
  readonly superviseeRef: string;
  /** The child of a child's record; the children a draft is about. */
  readonly childRefs: readonly string[];
  readonly state: RecordState;
}

/**
 * `own`: its author's, and nobody else's. `shared`: whom it is about may read it, it may still change.
 * `final`: finished, and never written again.
 */
export type RecordState = 'own' | 'shared' | 'final';

type Body = Readonly<Record<string, unknown>>;

/** ACL1: which file, about whom, and how far it has come, from the body alone. Nothing is not sent. */
export function headerOf(type: CollectionName, body: Body): RecordHeader | undefined {
  const { file } = collections[type];
  if (file === 'reference') return undefined;
  return {
    type,
    file,
    superviseeRef: textOf(body.superviseeRef),
    childRefs: childRefsOf(type, body),
    state: stateOf(type, body),
  };
}

/** ACL2: a session's children are not what it is about: it is on the supervision file. */
function childRefsOf(type: CollectionName, body: Body): readonly string[] {
  const { file } = collections[type];
  if (file === 'staff') return [];
  if (file === 'child') return [textOf(body.childRef)];
  const children = listOf(body.children).map(({ childRef }) => textOf(childRef));
  return [...new Set([...children, ...textsOf(body.childRefs)])];
}

/** ACL3: shared, sent, answered or finished, each by the field that says so. */
function stateOf(type: CollectionName, body: Body): RecordState {
  const isSet = (field: string) => textOf(body[field]) !== '';
  switch (type) {
    case 'notes':
    case 'observations':
    case 'monitoring':
    case 'cancellations':
    case 'handoverNotes':
      return isSet('finalisedAt') ? 'final' : 'own';
    case 'childBroughtIn':
    case 'staffBroughtIn':
      return isSet('confirmedAt') ? 'shared' : 'own'; // withdrawn later in the same record
    case 'preparations':
      return isSet('sharedAt') ? 'shared' : 'own';
    case 'entitlements':
      return isSet('sentAt') ? 'shared' : 'own';
    case 'responses':
      return isAnswered(body) ? 'shared' : 'own';
    case 'sessions':
    case 'agreements':
    case 'decisions':
    case 'childActions':
    case 'staffActions':
    case 'decisionRevisits':
      return 'shared';
    case 'discussions':
    case 'groupDiscussions':
    case 'entryDrafts':
    case 'groups':
    case 'audit':
      return 'own';
    default:
      return 'final';
  }
}

/** Her part of the agreement is seen as it is written; the rest once she shares it or answers. */
function isAnswered({ kind, sharedAt, answeredAt }: Body): boolean {
  if (kind === 'agreement') return true;
  return textOf(kind === 'record' ? answeredAt : sharedAt) !== '';
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const textsOf = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
const listOf = (value: unknown): readonly Body[] =>
  Array.isArray(value) ? value.filter((each) => typeof each === 'object' && each !== null) : [];

/** Of these `by` is a reference to a person; elsewhere it is a name. */
const BY_REFERENCE: readonly CollectionName[] = [
  'childActionEvents',
  'staffActionEvents',
  'decisionRevisits',
  'audit',
];

/** ACL4: whom the body itself says it is by; '' where it does not say. */
export function statedAuthorOf(type: CollectionName, body: Body): string {
  const by = BY_REFERENCE.includes(type) ? textOf(body.by) : '';
  return textOf(body.createdBy) || textOf(body.byRef) || textOf(body.signerRef) || by;
}
