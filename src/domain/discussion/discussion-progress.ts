import type { ActionState } from '#domain/actions/child-actions.ts';
import type { PolicyProfile } from '#domain/policies/policy-profile.ts';
import { hasLoneSurrogate, loneSurrogateMessage } from '#domain/records/child-record.ts';
import type { Discussion, DiscussionChild } from '#domain/records/discussion.ts';
import { fieldsAt, type SubjectWord } from '#domain/records/discussion-fields.ts';
import { choiceKeys, discussionTextKeys } from '#domain/records/discussion-keys.ts';

/** Something to do before a record can be finalised: where it is, and what to do. */
export interface Missing {
  /** Path of the field inside the child's part of the form. */
  readonly path: string;
  readonly message: string;
}

export interface ProgressQuestion {
  readonly child: DiscussionChild;
  readonly profile: PolicyProfile;
  readonly word: SubjectWord;
  readonly toReview: readonly ActionState[];
}

const blank = (text: string) => text.trim() === '';

/**
 * What is missing before this child's record can be finalised (FIN1 to FIN6). Empty: it is ready.
 * Nothing here ever stops a draft from being saved or a session from ending.
 */
export function whatIsMissing(question: ProgressQuestion): readonly Missing[] {
  const { child } = question;
  if (child.depth === '') {
    return [{ path: 'depth', message: 'Choose brief check-in or in depth' }];
  }
  return [
    ...missingText(question),
    ...missingSettlements(question),
    ...missingDecisions(child),
    ...missingActions(child),
    ...brokenText(child),
  ];
}

function missingText({ child, profile, word }: ProgressQuestion): readonly Missing[] {
  if (child.depth === '') return [];
  const alsoAsked = child.depth === 'brief' ? (profile.briefRequires ?? []) : [];
  const missing: Missing[] = fieldsAt(child.depth)
    .filter(
      ({ key, requiredAt }) =>
        requiredAt.some((at) => at === child.depth) || alsoAsked.includes(key),
    )
    .filter(({ key }) => blank(child[key]) && !(key === 'analysis' && isWeighedUp(child)))
    .map(({ key, missing: message }) => ({ path: key, message: message(word) }));
  // FIN1: a brief check-in says whether the plan is on track (001:93).
  if (child.depth === 'brief' && child.onTrack === '') {
    missing.push({ path: 'onTrack', message: 'Choose whether the plan is on track' });
  }
  return missing;
}

/** FIN2: a hypothesis with what speaks for it and what speaks against it is an analysis (A3). */
const isWeighedUp = ({ hypotheses }: DiscussionChild): boolean =>
  hypotheses.some(
    ({ statement, evidenceFor, evidenceAgainst }) =>
      !blank(statement) && !blank(evidenceFor) && !blank(evidenceAgainst),
  );

/** FIN3: every open action of last time is done, carried with a reason, or no longer needed. */
function missingSettlements({ child, toReview }: ProgressQuestion): readonly Missing[] {
  return toReview.flatMap(({ action }): Missing[] => {
    const index = child.settled.findIndex(({ actionId }) => actionId === action.id);
    const settled = child.settled[index];
    const path = `settled.${action.id}`;
    if (!settled || settled.outcome === '') {
      return [{ path, message: `Say what happened to “${shortened(action.what)}”` }];
    }
    if (settled.outcome === 'carried' && blank(settled.reason)) {
      const message = `Write why “${shortened(action.what)}” is not done yet`;
      return [{ path: `${path}.reason`, message }];
    }
    return [];
  });
}

/** FIN4: decisions have their reasons (000:194); in depth, decisions or "none" are said. */
function missingDecisions({ depth, decisions, noDecisions }: DiscussionChild): readonly Missing[] {
  const written = decisions.filter(({ text, rationale }) => !blank(text) || !blank(rationale));
  if (depth === 'inDepth' && written.length === 0 && !noDecisions) {
    return [{ path: 'noDecisions', message: 'Write the decisions, or tick “No decisions”' }];
  }
  return written.flatMap(({ id, text, rationale }): Missing[] => {
    if (blank(text)) return [{ path: `decisions.${id}.text`, message: 'Write the decision' }];
    if (!blank(rationale)) return [];
    return [{ path: `decisions.${id}.rationale`, message: 'Write the reasons for the decision' }];
  });
}

/** FIN5: an action says what, who and by when (000:77); in depth, actions or "none" are said. */
function missingActions({ depth, actions, noActions }: DiscussionChild): readonly Missing[] {
  const written = actions.filter((action) => !isEmptyAction(action));
  if (depth === 'inDepth' && written.length === 0 && !noActions) {
    return [{ path: 'noActions', message: 'Write the actions, or tick “No actions”' }];
  }
  return written.flatMap(({ id, what, owner, byWhen }): Missing[] => [
    ...(blank(what) ? [{ path: `actions.${id}.what`, message: 'Write what will be done' }] : []),
    ...(blank(owner) ? [{ path: `actions.${id}.owner`, message: 'Write who will do it' }] : []),
    ...(blank(byWhen) ? [{ path: `actions.${id}.byWhen`, message: 'Write by when' }] : []),
  ]);
}

/** FIN6: text that canonical JSON cannot carry is refused with a sentence here, and only here. */
function brokenText(child: DiscussionChild): readonly Missing[] {
  if (child.depth === '') return [];
  const texts: readonly (readonly [string, string])[] = [
    // Only what is on screen at this depth: nothing else goes on the record.
    ...fieldsAt(child.depth).map(({ key }) => [key, child[key]] as const),
    ...(child.depth === 'inDepth' ? hypothesisTexts(child) : []),
    ...(child.depth === 'inDepth' ? reflectionTexts(child) : []),
    ...child.decisions.flatMap(({ id, text, rationale }) => [
      [`decisions.${id}.text`, text] as const,
      [`decisions.${id}.rationale`, rationale] as const,
    ]),
    ...child.actions.flatMap(({ id, what, owner, byWhen }) => [
      [`actions.${id}.what`, what] as const,
      [`actions.${id}.owner`, owner] as const,
      [`actions.${id}.byWhen`, byWhen] as const,
    ]),
    ...child.settled.map(({ actionId, reason }) => [`settled.${actionId}.reason`, reason] as const),
  ];
  return texts
    .filter(([, text]) => hasLoneSurrogate(text))
    .map(([path]) => ({ path, message: loneSurrogateMessage }));
}

const hypothesisTexts = ({ hypotheses }: DiscussionChild) =>
  hypotheses.flatMap(({ id, statement, evidenceFor, evidenceAgainst }) => [
    [`hypotheses.${id}.statement`, statement] as const,
    [`hypotheses.${id}.evidenceFor`, evidenceFor] as const,
    [`hypotheses.${id}.evidenceAgainst`, evidenceAgainst] as const,
  ]);

const reflectionTexts = ({ reflection }: DiscussionChild) =>
  reflection.steps.map(({ id, text }) => [`reflection.${id}`, text] as const);

export const isEmptyAction = ({
  what,
  owner,
  byWhen,
}: {
  what: string;
  owner: string;
  byWhen: string;
}) => blank(what) && blank(owner) && blank(byWhen);

const shortened = (text: string) => (text.length > 60 ? `${text.slice(0, 57).trimEnd()}…` : text);

/** Anything typed or chosen in this child's part. */
export function isStarted(child: DiscussionChild): boolean {
  const texts = [...discussionTextKeys.map((key) => child[key]), child.extraTimeOther];
  return (
    child.depth !== '' ||
    child.onTrack !== '' ||
    choiceKeys.some((key) => child[key] !== '') ||
    child.dynamics.length > 0 ||
    child.complex ||
    child.hypotheses.length > 0 ||
    child.reflection.model !== '' ||
    child.reflection.steps.some(({ text }) => !blank(text)) ||
    child.extraTime.length > 0 ||
    texts.some((text) => !blank(text)) ||
    child.settled.some(({ outcome, reason }) => outcome !== '' || !blank(reason)) ||
    child.revisits.some(({ outcome, note }) => outcome !== '' || !blank(note)) ||
    child.decisions.length > 0 ||
    child.noDecisions ||
    child.actions.length > 0 ||
    child.noActions ||
    child.siblingsRelevant
  );
}

export type RowStatus = 'finalised' | 'discussed' | 'notDiscussed' | 'inProgress' | 'untouched';

/** Where a child stands in its session, for the list of every open case (SESS2). */
export function rowStatus(child: DiscussionChild): RowStatus {
  if (child.childRecordId !== '') return 'finalised';
  if (child.account === 'discussed') return 'discussed';
  if (child.account === 'notDiscussed') return 'notDiscussed';
  return isStarted(child) ? 'inProgress' : 'untouched';
}

/** SESS1: marking a child discussed needs a depth, and in depth a note; nothing else (ui.md 2.5). */
export function whyNotDiscussedYet(child: DiscussionChild): Missing | undefined {
  if (child.depth === '') return { path: 'depth', message: 'Choose brief check-in or in depth' };
  const keys = fieldsAt(child.depth).map(({ key }) => key);
  if (keys.some((key) => !blank(child[key]))) return undefined;
  return child.depth === 'brief'
    ? { path: 'briefNote', message: 'Write one sentence of your own' }
    : { path: 'analysis', message: 'Write a note of the discussion' };
}

export type Clashed = { readonly clashes?: readonly { readonly path: string }[] };

/** FIN7: a record with two versions of a text cannot be finalised until someone has chosen. */
export function hasTwoVersions(discussion: Discussion): boolean {
  return ((discussion as Clashed).clashes ?? []).length > 0;
}
