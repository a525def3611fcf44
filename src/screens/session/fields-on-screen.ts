import type { PolicyProfile } from '#domain/policies/policy-profile.ts';
import type {
  Depth,
  DiscussionField,
  DiscussionSection,
} from '#domain/records/discussion-field-types.ts';
import { discussionFields, isOfferedAt, isText } from '#domain/records/discussion-fields.ts';

type Profile = Pick<PolicyProfile, 'briefRequires' | 'forms'>;

/** What is asked at this depth: of the field table, and in a brief check-in what the policy adds. */
function isAsked(field: DiscussionField, depth: Depth, { briefRequires = [] }: Profile): boolean {
  if (!isText(field)) return false;
  return (
    field.requiredAt.includes(depth) || (depth === 'brief' && briefRequires.includes(field.key))
  );
}

/** The fields that stand on top. */
export const firstFields = (depth: Depth, profile: Profile): readonly DiscussionField[] =>
  discussionFields.filter(isOfferedAt(depth)).filter((field) => isAsked(field, depth, profile));

const order: readonly DiscussionSection[] = [
  'sinceLast',
  'first',
  'difference',
  'thinking',
  'family',
  'outcomes',
];

/** All others that this depth offers, by the section they stand in. None is ever a gate. */
export function moreFields(
  depth: Depth,
  profile: Profile,
): readonly { readonly section: DiscussionSection; readonly fields: readonly DiscussionField[] }[] {
  const offered = discussionFields
    .filter(isOfferedAt(depth))
    .filter(({ form }) => form === undefined || profile.forms?.[form] !== undefined)
    .filter((field) => !isAsked(field, depth, profile));
  return order
    .map((section) => ({ section, fields: offered.filter((field) => field.section === section) }))
    .filter(({ fields }) => fields.length > 0);
}

/** One after the other, and choices that follow on each other side by side. */
export function inRows(
  fields: readonly DiscussionField[],
): readonly (readonly DiscussionField[])[] {
  const rows: DiscussionField[][] = [];
  for (const field of fields) {
    const last = rows.at(-1);
    if (last?.[0] && isSmall(last[0]) && isSmall(field)) last.push(field);
    else rows.push([field]);
  }
  return rows;
}

const isSmall = ({ kind }: DiscussionField): boolean => kind === 'choice' || kind === 'check';
