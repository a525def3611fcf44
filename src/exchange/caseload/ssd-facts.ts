import { hasPermanencePlan, permanenceDecidedOn } from '#domain/status/derive-status.ts';
import { isOpenSpell, openOf, type StatusRows } from '#domain/status/status-rows.ts';
import { isYes } from './field-reader.ts';
import type { FactDate, ImportedFacts } from './imported-caseload.ts';
import type { ChildQuestion } from './ssd-child-rows.ts';
import type { SsdRow } from './ssd-row.ts';
import type { SsdVisits } from './ssd-visits.ts';

export interface FactsQuestion extends ChildQuestion {
  readonly visits: SsdVisits;
  readonly status: StatusRows;
  readonly asAt: string;
  /** Whether the pathway plan column of this file holds dates to come or dates gone by. */
  readonly pathwayIsDue: boolean;
}

const latest = (dates: readonly string[]): string =>
  dates.reduce((last, date) => (date > last ? date : last), '');

/** Dates of what has happened to one child, by the file. Nothing still to come counts as done. */
export function factsOf(question: FactsQuestion): ImportedFacts {
  const { ref, rows, visits, reader, checks, status, asAt } = question;
  const past = (row: SsdRow, column: string, field: FactDate) =>
    reader.pastDate(row.cell(column, ref), { field, checks });
  const seen = visits.of(ref, checks);
  const leaver = rows.of('ssd_care_leavers', ref);
  const openPlans = [
    ...openOf(status.needPlans, asAt),
    ...openOf(status.protectionPlans, asAt),
    ...rows
      .of('ssd_cla_care_plan', ref)
      .map((row) => ({
        from: past(row, 'lacp_cla_care_plan_start_date', 'planOn'),
        to: reader.quietDate(row.get('lacp_cla_care_plan_end_date')),
      }))
      .filter((plan) => isOpenSpell(plan, asAt)),
  ];
  const { lastReviewOn, nextReviewOn } = reviewsOf(question, leaver);
  return {
    lastSeenOn: seen.on,
    lastSeenAloneOn: seen.aloneOn,
    inTouchOn: latest(
      leaver.map((row) => past(row, 'clea_care_leaver_latest_contact', 'inTouchOn')),
    ),
    lastReviewOn,
    nextReviewOn,
    planOn: latest(openPlans.map(({ from }) => from)),
    assessmentOn: latest(
      rows
        .of('ssd_cin_assessments', ref)
        .map((row) => past(row, 'cina_assessment_auth_date', 'assessmentOn')),
    ),
    permanenceDecisionOn: permanenceDecidedOn(status, asAt),
    // The dataset says neither when a risk rose nor when a child was supervised.
    riskRaisedOn: '',
    lastSupervisedOn: '',
    lastInDepthOn: '',
    permanencePlanRecorded: hasPermanencePlan(status, asAt),
  };
}

interface Review {
  readonly dueOn: string;
  readonly heldOn: string;
  /** Held, though the date may not be readable. A date still to come is only planned. */
  readonly held: boolean;
}

const noReviews = { lastReviewOn: '', nextReviewOn: '' };

/**
 * Reviews of the plans and periods that are open. The next one is the first still without a date that was
 * due after the last one held: an earlier gap has been made good.
 */
function reviewsOf(question: FactsQuestion, leaver: readonly SsdRow[]) {
  const { ref, rows, reader, checks, asAt, pathwayIsDue } = question;
  const inCare = openOf(question.status.care, asAt);
  if (inCare.length + leaver.length + rows.of('ssd_cp_reviews', ref).length === 0) return noReviews;
  const review = (row: SsdRow, due: string, held: string): Review => {
    const heldOn = reader.pastDate(row.cell(held, ref), { field: 'lastReviewOn', checks });
    const isUnreadable = row.get(held) !== '' && reader.quietDate(row.get(held)) === '';
    return {
      dueOn: reader.date(row.cell(due, ref), { field: 'nextReviewOn', checks }),
      heldOn,
      held: heldOn !== '' || isUnreadable,
    };
  };
  const endedPlans = new Set(
    rows
      .of('ssd_cp_plans', ref)
      .filter((row) => {
        const to = reader.quietDate(row.get('cppl_cp_plan_end_date'));
        return to !== '' && to <= asAt;
      })
      .map((row) => row.get('cppl_cp_plan_id')),
  );
  const series: readonly (readonly Review[])[] = [
    rows
      .of('ssd_cp_reviews', ref)
      .filter((row) => !endedPlans.has(row.get('cppr_cp_plan_id')))
      .map((row) => review(row, 'cppr_cp_review_due', 'cppr_cp_review_date')),
    [...new Set(inCare.map(({ periodId }) => periodId))]
      .flatMap((periodId) => rows.reviewsOf(periodId))
      .filter((row) => !isYes(row.get('clar_cla_review_cancelled')))
      .map((row) => review(row, 'clar_cla_review_due_date', 'clar_cla_review_date')),
    leaver.map((row) => {
      const cell = row.cell('clea_pathway_plan_review_date', ref);
      const field = pathwayIsDue ? 'nextReviewOn' : 'lastReviewOn';
      const date = reader.date(cell, { field, checks });
      return pathwayIsDue
        ? { dueOn: date, heldOn: '', held: false }
        : { dueOn: '', heldOn: date, held: true };
    }),
  ];
  const next = series.map(nextOf).filter((date) => date !== '');
  return {
    lastReviewOn: latest(series.flat().map(({ heldOn }) => heldOn)),
    nextReviewOn: next.sort()[0] ?? '',
  };
}

function nextOf(reviews: readonly Review[]): string {
  // By when it was due: one that was held late makes good no later one.
  const madeGood = latest(
    reviews.filter(({ held }) => held).map(({ dueOn, heldOn }) => dueOn || heldOn),
  );
  const due = reviews
    .filter(({ held, dueOn }) => !held && dueOn !== '' && dueOn > madeGood)
    .map(({ dueOn }) => dueOn);
  return due.sort()[0] ?? '';
}
