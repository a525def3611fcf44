import { agendaDepth } from '#domain/agenda/agenda.ts';
import { type SessionLength, sessionLength } from '#domain/agenda/agenda-length.ts';
import { type Suggestions, suggestionsFor } from '#domain/agenda/agenda-suggested.ts';
import { childLabel } from '#domain/caseload/child-label.ts';
import { type CalendarDate, monthOf } from '#domain/dates/calendar-date.ts';
import type { CaseFacts } from '#domain/flags/case-facts.ts';
import { type CaseloadSignal, caseloadSignal } from '#domain/flags/caseload-signal.ts';
import type { Flag } from '#domain/flags/flag.ts';
import { flagsOf } from '#domain/flags/flags-of.ts';
import { withSiblingFlags } from '#domain/flags/sibling-flags.ts';
import { inDepthSince } from '#domain/flags/since-last.ts';
import { forecastInDepth, type InDepthForecast } from '#domain/plan/forecast.ts';
import type { PlanCase, PlanQuestion } from '#domain/plan/plan-session.ts';
import { offersDepths } from '#domain/policies/policy-profile.ts';
import type { Child } from '#domain/records/child.ts';
import type { Session } from '#domain/records/session.ts';
import { caseFactsOf } from '#storage/agenda/case-facts.ts';
import { dayOfSession, laterSessions } from '#storage/agenda/case-facts-common.ts';
import { remembered } from '#storage/agenda/case-facts-remembered.ts';
import { viewOfSession } from '#storage/agenda/case-facts-view.ts';
import { workerDueAfter } from '#storage/agenda/due.ts';
import { findStaff, profileOf } from '#storage/settings.ts';
import type { Workspace } from '#storage/workspace.ts';
import { todayIn } from '#storage/writes.ts';

/** A child of a session with its flags, brothers and sisters included. */
export interface FlaggedCase {
  readonly ref: string;
  readonly label: string;
  readonly familyKey: string;
  readonly child: Child;
  readonly facts: CaseFacts;
  readonly flags: readonly Flag[];
}

/** Each child of the session once, and why it may need a discussion in depth. */
export function flaggedCases(workspace: Workspace, session: Session): readonly FlaggedCase[] {
  const [profile, today] = [profileOf(workspace), todayIn(workspace)];
  return withSiblingFlags(
    caseFactsOf(workspace, session).map(({ child, facts }) => ({
      ref: child.ref,
      label: childLabel(child),
      familyKey: child.familyRef,
      child,
      facts,
      flags: flagsOf({ facts, profile, today }),
    })),
  );
}

export interface AgendaPlan extends Suggestions {
  readonly length: SessionLength;
  readonly labelOf: (ref: string) => string;
  readonly forecast: InDepthForecast;
  readonly caseload: CaseloadSignal | undefined;
  /** The day of this session. */
  readonly dayOn: CalendarDate;
  /** The next session that is planned after it; in the same month it can take what does not fit here. */
  readonly next: { readonly on: CalendarDate; readonly isSameMonth: boolean } | undefined;
}

/**
 * The plan of a session as its agenda stands now: who in depth and why, what it takes, when everyone will
 * have been (design section 9, domain-spec section C). Undefined where the policy offers one depth only:
 * then there is nothing to choose between.
 */
export function agendaPlan(workspace: Workspace, session: Session): AgendaPlan | undefined {
  const profile = profileOf(workspace);
  if (offersDepths(profile).length < 2) return undefined;
  const flagged = flaggedCases(workspace, session);
  const length = sessionLength(session.minutes, profile);
  const question: PlanQuestion = {
    minutes: length.minutes,
    personal: session.coversPersonal,
    cases: flagged.map((each) => planCase(each, session)),
    sampleAllowed: profile.child.mode === 'allOrSample',
  };
  const { view } = viewOfSession(workspace, session);
  const later = laterSessions(view, session);
  const dayOn = dayOfSession(view, session);
  const [next] = later;
  return {
    ...suggestionsFor(question),
    length,
    labelOf: (ref) => flagged.find((each) => each.ref === ref)?.label ?? '',
    forecast: forecastOf(view, session, question, [dayOn, ...later]),
    caseload: caseloadSignal(flagged.length),
    dayOn,
    next: next && { on: next, isSameMonth: monthOf(next) === monthOf(dayOn) },
  };
}

function planCase({ ref, familyKey, facts, flags }: FlaggedCase, session: Session): PlanCase {
  const { discussionDue: due, lastDiscussedOn, word } = facts;
  return {
    ref,
    familyKey,
    word,
    flags,
    lastFormalOn: lastDiscussedOn, // PLAN3: any that counts as a discussion
    lastInDepthOn: inDepthSince(facts).on,
    dueOn: due?.outcome === 'due' ? due.dueOn : undefined,
    chosenDepth: agendaDepth(session.agenda, ref) || undefined,
  };
}

const farEnough = 24; // sessions: twice as many as those that give a notice

/** When everyone will have been discussed in depth (PLAN13): how many sessions, and then by which day. */
function forecastOf(
  view: Workspace,
  session: Session,
  question: PlanQuestion,
  days: readonly CalendarDate[],
): InDepthForecast {
  const [dayOn = dayOfSession(view, session)] = days;
  const asked = Array.from({ length: farEnough }, (_, i) => days[i] ?? dayOn);
  const counted = forecastInDepth({ ...question, sessionsAhead: asked });
  // The days are looked for only as far as they are said.
  if (counted.sessions === undefined || counted.sessions <= days.length) return counted;
  const atLeast = counted.sessions;
  const ahead = remembered(view, session, `days ${atLeast}`, () =>
    sessionsAhead(view, session, { days, atLeast }),
  );
  return forecastInDepth({ ...question, sessionsAhead: ahead });
}

/**
 * The days of this session and of those to come: as planned, and then one by the day on which each next
 * one is due, by the one due-date function.
 */
function sessionsAhead(
  workspace: Workspace,
  session: Session,
  { days, atLeast }: { readonly days: readonly CalendarDate[]; readonly atLeast: number },
): readonly CalendarDate[] {
  const staff = findStaff(workspace, session.superviseeRef)?.body;
  const ahead = [...days];
  while (staff && ahead.length < atLeast) {
    const last = ahead.at(-1);
    const held: Session = {
      ...session,
      status: 'open',
      sittings: [{ startedAt: `${last}T12:00:00Z`, endedAt: '' }],
    };
    const next = workerDueAfter(workspace, staff, held, 'caseAndPersonal');
    if (next.outcome === 'none' || last === undefined || next.planBy <= last) return ahead;
    ahead.push(next.planBy);
  }
  return ahead;
}
