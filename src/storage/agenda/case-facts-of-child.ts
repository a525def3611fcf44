import { standingEvents } from '#domain/actions/child-actions.ts';
import {
  actionFacts,
  councilFacts,
  decisionFacts,
  gapFacts,
  lastDiscussions,
  practitionerAsks,
  statusChangesOf,
  statusCodesOf,
} from '#domain/agenda/agenda-facts.ts';
import {
  checkedFacts,
  lastRecordOf,
  recordedRisk,
  scaleOf,
  trioPresentOf,
  waitingFor,
} from '#domain/agenda/last-answers.ts';
import { isEarlyHelp, isHigherRiskOn } from '#domain/caseload/higher-risk.ts';
import { subjectWord } from '#domain/caseload/subject.ts';
import { addDays, parseCalendarDate } from '#domain/dates/calendar-date.ts';
import { workingDaysUntil } from '#domain/dates/working-days.ts';
import { childDiscussionDue } from '#domain/due/child-due.ts';
import { type ChildEvent, lastEvent } from '#domain/due/clock-events.ts';
import { oversightFloorDue } from '#domain/due/second-clocks.ts';
import { type CaseFacts, nothingKnown } from '#domain/flags/case-facts.ts';
import { sessionsWithoutMovement } from '#domain/flags/no-movement.ts';
import { rankOf } from '#domain/preparation/worries.ts';
import { dayOf } from '#domain/recording/recording-deadline.ts';
import type { Child } from '#domain/records/child.ts';
import { holidaysOf } from '#storage/policies/holidays.ts';
import type { Workspace } from '#storage/workspace.ts';
import type { CommonFacts } from './case-facts-common.ts';
import { childQuestion } from './due.ts';
import { inSessions, outsideFacts } from './outside-facts.ts';
import { multiTeamDueOf } from './oversight-due.ts';

/** What the flags read of one child, but for what is asked on the agenda itself. */
export function factsOfChild(workspace: Workspace, child: Child, common: CommonFacts): CaseFacts {
  const { today, practitioner, nextSessionOn } = common;
  // One question for both clocks: what `childDueOf` and `oversightDueOf` answer.
  const question = childQuestion(workspace, child);
  const { allocatedAt, neverDiscussed } = question.child;
  const last = lastDiscussions(question.events, today);
  return {
    ...nothingKnown,
    word: subjectWord(child, common.on),
    practitioner,
    ...last,
    ...lastCounted(question.events, common),
    neverDiscussed,
    allocatedOn: allocatedAt && dayOf(allocatedAt),
    footprintStartedOn: question.footprintStartedOn,
    nextSessionOn,
    discussionDue: childDiscussionDue(question),
    oversightDue: oversightFloorDue(question),
    multiTeamDue: severalTeams(workspace, child),
    ...recorded(workspace, child, common, last.lastFormalOn),
    ...shared(child, common),
    statusCodes: statusCodesOf(child),
    statusChanges: statusChangesOf(child, common.labelOf),
    higherRiskEarlyHelp:
      (isEarlyHelp(child, common.profile) && isHigherRiskOn(child, today)) || undefined,
    extraTime: common.extraTime.get(child.ref) ?? [],
    gaps: gapFacts({
      months: common.months,
      leave: common.leave,
      workingDays: (from, to) => workingDaysUntil(addDays(from, -1), to, holidaysOf(workspace)),
      onListFrom: common.onListFrom.get(child.ref),
      today,
    }),
  };
}

/**
 * FACT2: the last day that meets the clock of the child's discussion, and the last of those in depth: a
 * group's too, where the policy takes it for one (CLOCK2). It is a full one, as for CHILD6 (C-32).
 */
function lastCounted(events: readonly ChildEvent[], { profile, today }: CommonFacts) {
  const last = (among: readonly ChildEvent[]) =>
    lastEvent({ profile, clock: 'discussion', events: among, until: today });
  return {
    lastDiscussedOn: last(events),
    lastInDepthOn: last(events.filter(({ depth }) => depth !== 'brief')),
  };
}

/** Left out where one team supports the family, as far as anybody entered. */
function severalTeams(workspace: Workspace, child: Child): CaseFacts['multiTeamDue'] {
  const due = multiTeamDueOf(workspace, child);
  return due.outcome === 'due' ? due : undefined;
}

/** Of the council's file and of the records, whichever is later. */
function riskOf({ facts }: Child, recorded: CaseFacts['riskRaised']): CaseFacts['riskRaised'] {
  const on = parseCalendarDate(facts.riskRaisedOn);
  return on && (!recorded || on > recorded.on) ? { on } : recorded;
}

/** What its own records, decisions and actions say. */
function recorded(
  workspace: Workspace,
  child: Child,
  { today, ...common }: CommonFacts,
  lastFormalOn: CaseFacts['lastFormalOn'],
) {
  const { ref } = child;
  const records = common.records.get(ref) ?? [];
  const events = standingEvents(common.actionEvents.get(ref) ?? []);
  const discussedIn = (sessionId: string) => {
    const accounts = workspace.set.find('sessions', sessionId)?.body.accounts ?? [];
    const own = accounts.find(({ childRef }) => childRef === ref);
    return parseCalendarDate(own?.discussedOn ?? '');
  };
  return {
    decisions: [
      ...decisionFacts(inSessions(workspace, common.decisions.get(ref) ?? []), discussedIn, today),
      ...outsideFacts(workspace, ref, today),
    ],
    actions: actionFacts(common.openActions(ref)),
    lastProgressOn: events
      .flatMap(({ outcome, on }) => (outcome === 'done' ? (parseCalendarDate(on) ?? []) : []))
      .toSorted()
      .at(-1),
    lastRecord: lastRecordOf(records, lastFormalOn),
    riskRaised: riskOf(child, recordedRisk(records)),
    waitingFor: waitingFor(records),
    trioPresent: trioPresentOf(records),
    sessionsWithoutMovement: sessionsWithoutMovement(
      records.flatMap((record) => {
        const on = parseCalendarDate(record.discussedOn);
        return on ? [{ on, worries: record.fields.worries, scale: scaleOf(record) }] : [];
      }),
    ),
  };
}

/** What the practitioner shared of it; the council's own dates where she shared nothing. */
function shared(child: Child, { shared, practitioner, records }: CommonFacts) {
  const part = shared?.preparation.children.find(({ childRef }) => childRef === child.ref);
  const ofChild = shared && part && { part, sharedOn: shared.sharedOn };
  return {
    worryRank: shared && rankOf(shared.preparation.worries, child.ref),
    requestedBy: practitionerAsks(part) ? [practitioner] : [],
    strongImpact: shared?.strong.has(child.ref),
    council: {
      ...councilFacts(child, ofChild),
      ...checkedFacts(records.get(child.ref) ?? [], child.facts),
    },
  };
}
