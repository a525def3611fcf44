import {
  type Clashed,
  isEmptyAction,
  type Missing,
} from '#domain/discussion/discussion-progress.ts';
import type { Child } from '#domain/records/child.ts';
import { hasLoneSurrogate, loneSurrogateMessage } from '#domain/records/child-record.ts';
import type { SubjectWord } from '#domain/records/discussion-fields.ts';
import type {
  GroupDiscussion,
  GroupDiscussionChild,
  GroupSession,
  ProfessionSummary,
} from '#domain/records/group.ts';
import { peopleFault } from './group-agenda.ts';
import { familyDiscussedOn } from './group-events.ts';
import type { Participant } from './group-people.ts';

export interface GroupMissingQuestion {
  readonly group: GroupSession;
  readonly discussion: GroupDiscussion;
  readonly part: GroupDiscussionChild;
  readonly child: Child;
  readonly siblings: readonly Child[];
  readonly word: SubjectWord;
  readonly facilitator: string;
  readonly practitioner: string;
  readonly by: string;
  readonly participants: readonly Participant[];
  readonly summaries: readonly ProfessionSummary[];
  /** Whoever asks is the facilitator (GROUP1). */
  readonly mayFinalise: boolean;
}

const blank = (text: string) => text.trim() === '';

type Ask = readonly [isMissing: boolean, path: string, message: string];

const asked = (asks: readonly Ask[]): readonly Missing[] =>
  asks.filter(([isMissing]) => isMissing).map(([, path, message]) => ({ path, message }));

/**
 * GROUP13–GROUP16: what a child’s record of a group still needs (R-30, R-31, C-19, R-46). A path is that
 * of the field: `group.…` of the group, `child.…` of the child’s own part, the rest of the discussion.
 */
export function whatGroupMisses(question: GroupMissingQuestion): readonly Missing[] {
  const { group, discussion, mayFinalise } = question;
  return [
    ...asked([[!mayFinalise, 'facilitator', 'Only the facilitator finalises a group’s records']]),
    ...missingOfGroup(group),
    ...missingOfFamily(discussion),
    ...missingOfChild(question),
    ...brokenTexts(question),
    ...asked([
      [
        hasTwoVersions(group) || hasTwoVersions(discussion),
        'twoVersions',
        'Choose between the two versions of this text',
      ],
    ]),
  ];
}

/** FIN7. */
const hasTwoVersions = (record: object): boolean => ((record as Clashed).clashes ?? []).length > 0;

/** GROUP13, GROUP4: the principles of a group, and that it was one (003:119, 000:225). */
function missingOfGroup(group: GroupSession): readonly Missing[] {
  const fault = peopleFault(group);
  return asked([
    [
      !group.confidentialityAgreed,
      'group.confidentialityAgreed',
      'Agree the boundaries of confidentiality, and tick that the group did',
    ],
    [fault !== undefined, 'group.members', fault ?? ''],
  ]);
}

/** GROUP14: what the family was brought for, what was said, and who takes a concern forward (003:121). */
function missingOfFamily(discussion: GroupDiscussion): readonly Missing[] {
  const { presenter, question, summary, immediateConcern, namedIndividual } = discussion;
  return asked([
    [familyDiscussedOn(discussion) === undefined, 'discussed', 'Mark as discussed first'],
    [blank(presenter), 'presenter', 'Write who presented the family'],
    [blank(question), 'question', 'Write the presenter’s question'],
    [blank(summary), 'summary', 'Write what was discussed'],
    [
      immediateConcern === '',
      'immediateConcern',
      'Choose whether there is an immediate safeguarding concern',
    ],
    [
      immediateConcern === 'yes' && blank(namedIndividual),
      'namedIndividual',
      'Name the person who takes the immediate concern forward',
    ],
  ]);
}

/** GROUP15, GROUP16: the child’s own experience, decisions with reasons or ideas, and actions. */
function missingOfChild({ part, word, discussion }: GroupMissingQuestion): readonly Missing[] {
  const experience =
    word === 'unborn baby'
      ? 'Write about the parents and the plan for birth'
      : `Write what it is like to be this ${word}`;
  return [
    ...asked([[blank(part.experience), 'child.experience', experience]]),
    ...missingDecisions(part, discussion.managerPresent),
    ...missingActions(part),
  ];
}

/** GROUP16: only where the accountable manager was there are there decisions, and they have reasons. */
function missingDecisions(
  { decisions, noDecisions }: GroupDiscussionChild,
  managerPresent: GroupDiscussion['managerPresent'],
): readonly Missing[] {
  const written = decisions.filter(({ text, rationale }) => !blank(text) || !blank(rationale));
  const [isThere, isIdea] = [managerPresent === 'yes', managerPresent === 'no'];
  const what = isIdea ? 'Write the idea' : 'Write the decision';
  return [
    ...asked([
      [
        !isThere && !isIdea && written.length > 0,
        'managerPresent',
        'Choose whether the accountable manager was there: without them there are ideas and no decisions',
      ],
      [
        !isIdea && written.length === 0 && !noDecisions,
        'child.noDecisions',
        'Write the decisions, or tick “No decisions”',
      ],
    ]),
    ...written.flatMap(({ id, text, rationale }) =>
      asked([
        [blank(text), `child.decisions.${id}.text`, what],
        [
          !isIdea && !blank(text) && blank(rationale),
          `child.decisions.${id}.rationale`,
          'Write the reasons for the decision',
        ],
      ]),
    ),
  ];
}

function missingActions({ actions, noActions }: GroupDiscussionChild): readonly Missing[] {
  const written = actions.filter((action) => !isEmptyAction(action));
  return [
    ...asked([
      [
        written.length === 0 && !noActions,
        'child.noActions',
        'Write the actions, or tick “No actions”',
      ],
    ]),
    ...written.flatMap(({ id, what, owner, byWhen }) =>
      asked([
        [blank(what), `child.actions.${id}.what`, 'Write what will be done'],
        [blank(owner), `child.actions.${id}.owner`, 'Write who will do it'],
        [blank(byWhen), `child.actions.${id}.byWhen`, 'Write by when'],
      ]),
    ),
  ];
}

/** FIN6, for everything that goes on the record. */
function brokenTexts(question: GroupMissingQuestion): readonly Missing[] {
  const { group, discussion, part, child, siblings, participants, summaries } = question;
  const { decisions, actions, experience, voice, siblingsRelevant } = part;
  const names = siblingsRelevant ? siblings.map(({ name }) => name) : [];
  const texts: readonly (readonly [path: string, texts: readonly string[]])[] = [
    ...familyTexts.map((key) => [key, [discussion[key]]] as const),
    ...discussion.views.map(({ id, whose, text }) => [`views.${id}.text`, [whose, text]] as const),
    ['group.confidentiality', [group.confidentiality]],
    ['group.members', participants.flatMap(({ name, role, agency }) => [name, role, agency])],
    ...summaries.map(
      ({ id, role, period, summary, progress }) =>
        [`group.summaries.${id}`, [role, period, summary, progress]] as const,
    ),
    ['child.experience', [experience]],
    ['child.voice', [voice]],
    ...decisions.map(
      ({ id, text, rationale }) => [`child.decisions.${id}.text`, [text, rationale]] as const,
    ),
    ...actions.map(
      ({ id, what, owner, byWhen }) => [`child.actions.${id}.what`, [what, owner, byWhen]] as const,
    ),
    ['child', [child.name, child.reference, ...names]],
    ['staff', [question.facilitator, question.practitioner, question.by]],
  ];
  return texts
    .filter(([, list]) => list.some(hasLoneSurrogate))
    .map(([path]) => ({ path, message: loneSurrogateMessage }));
}

const familyTexts = [
  'presenter',
  'question',
  'summary',
  'worries',
  'protective',
  'analysis',
  'groupThink',
  'concern',
  'namedIndividual',
  'nextGroupOn',
] as const satisfies readonly (keyof GroupDiscussion)[];
