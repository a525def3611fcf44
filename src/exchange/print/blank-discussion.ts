import { sectionTitles } from '#domain/discussion/discussion-sections.ts';
import type { PolicyProfile } from '#domain/policies/policy-profile.ts';
import type { Depth, DiscussionField } from '#domain/records/discussion-field-types.ts';
import {
  discussionFields,
  isOfferedAt,
  isText,
  onTrackChoices,
} from '#domain/records/discussion-fields.ts';
import { actionRows, emptyFields, emptyRows, labelsOf, toTick, toWrite } from './blank-lines.ts';
import type { PrintSection } from './document.ts';

const word = 'child'; // a blank form is for anybody: it cannot say “young person” of one

/** Appendix 3 from its field table, at one depth: first what a record of that depth cannot do without. */
export function blankDiscussion(profile: PolicyProfile, depth: Depth): readonly PrintSection[] {
  const fields = discussionFields.filter(isOfferedAt(depth)).filter(isOfForm(profile));
  const needed = fields.filter((field) => isText(field) && field.requiredAt.includes(depth));
  const rest = fields.filter((field) => !needed.includes(field));
  const sections = [...new Set(rest.map(({ section }) => section))];
  return [
    {
      heading: 'Who it is about',
      fields: emptyFields([
        'Name',
        'Date of birth',
        'Reference',
        'Status',
        'Date of supervision',
        profile.terms.supervisor,
        profile.terms.supervisee,
      ]),
    },
    {
      heading: depth === 'brief' ? 'Brief check-in' : 'In depth',
    },
    toTick('Plan on track', labelsOf(onTrackChoices)),
    ...needed.map(blankField),
    toWrite('Actions from last time', 'Done, or why not; carried forward or no longer needed.'),
    toWrite('Decisions made outside supervision', 'Confirmed, changed or withdrawn.', 2),
    { heading: 'Decisions' },
    toWrite('What was decided, and why', 'Or that no decision was needed.'),
    actionRows(depth === 'brief' ? 3 : 6),
    ...sections.flatMap((section) => [
      { heading: sectionTitles[section] },
      ...rest.filter((field) => field.section === section).map(blankField),
    ]),
  ];
}

/** FORM1: what belongs to a form that the policy does not have is not asked. */
const isOfForm =
  ({ forms }: PolicyProfile) =>
  ({ form }: DiscussionField): boolean =>
    form === undefined || forms?.[form] !== undefined;

function blankField(field: DiscussionField): PrintSection {
  const label = field.label(word);
  const hint = field.hint?.(word) ?? '';
  switch (field.kind) {
    case 'text':
      return toWrite(label, hint);
    case 'line':
    case 'date':
      return toWrite(label, hint, 1);
    case 'list':
      return {
        heading: label,
        level: 3,
        hint,
        table: emptyRows(['Hypothesis', 'What speaks for it', 'What speaks against it'], 2),
      };
    case 'tick':
      return toTick(label, ['Yes'], hint);
    default:
      return toTick(label, Object.values(field.words), hint);
  }
}
