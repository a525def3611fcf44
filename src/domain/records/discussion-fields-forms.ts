import type { Depth, DiscussionField } from './discussion-field-types.ts';
import { optional } from './discussion-fields-more.ts';

const depths: readonly Depth[] = ['inDepth', 'brief'];

/** What a policy’s own forms ask besides (A4, A5): offered only where the policy has that form (FORM1). */
export const formFields: readonly DiscussionField[] = [
  optional('sinceLast', {
    key: 'partAComment',
    label: 'Supervisor’s comment on Part A',
    hint: 'Part A itself is the practitioner’s and stays as it was written.',
    depths,
    form: 'supervisionRecord',
  }),
  optional('sinceLast', {
    key: 'deliveryPlans',
    label: 'Delivery plans discussed',
    depths,
    form: 'supervisionRecord',
  }),
  optional('sinceLast', {
    key: 'safeguardingHistory',
    label: 'Brief synopsis of safeguarding history',
    hint: 'For the decision record, where it helps.',
    depths,
    form: 'decisionRecord',
  }),
];
