import type { DiscussionChild } from '#domain/records/discussion.ts';
import { choiceCodes, choiceKeys, discussionTextKeys } from '#domain/records/discussion-keys.ts';

/** Each text of a discussion, each saying which it is. */
export const everyText = Object.fromEntries(
  discussionTextKeys.map((key) => [key, `Typed into ${key}.`]),
);

/** Every field of a discussion of one child answered: the answers are those that make a flag. */
export const everyAnswer: Readonly<Record<string, unknown>> = {
  ...everyText,
  statusChangeOn: '14 nov',
  waitingFor: 'CAMHS',
  ...Object.fromEntries(choiceKeys.map((key) => [key, choiceCodes[key][0]])),
  reviewInTime: 'no',
  planInPlace: 'no',
  assessmentCurrent: 'no',
  difference: 'none',
  scaling: '4',
  driftDelay: 'some',
  threshold: 'stepDown',
  mentalHealth: 'unknown',
  dynamics: ['disguisedCompliance', 'dangerous'],
  complex: true,
  hypotheses: [
    {
      id: 'h1',
      statement: 'She is afraid of him',
      evidenceFor: 'She goes quiet',
      evidenceAgainst: 'She asks for him',
      status: 'open',
    },
    {
      id: 'h2',
      statement: 'School is the worry',
      evidenceFor: 'Mondays',
      evidenceAgainst: 'Holidays too',
      status: 'open',
    },
  ],
  extraTime: ['interpreter', 'severalAgencies'],
  extraTimeOther: 'a long drive',
} satisfies Partial<Record<keyof DiscussionChild, unknown>>;
