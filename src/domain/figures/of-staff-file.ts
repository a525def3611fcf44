import { type CalendarDate, formatDate, toCalendarDate } from '#domain/dates/calendar-date.ts';
import { agreementReviewDue } from '#domain/due/agreement-due.ts';
import type { DueAnswer } from '#domain/due/due-result.ts';
import { cited } from '#domain/due/interval-rule.ts';
import { directObservationDue, observationOfSupervisionDue } from '#domain/due/observation-due.ts';
import { type Figure, type FigureItem, makeFigure, notMeasured } from './figure.ts';
import type { WorkerRecords } from './figure-facts.ts';
import { daysOf, type FigureQuestion, profileAt } from './figure-month.ts';

const noneHeld = 'Footprint holds no observations yet.';

const latest = (days: readonly CalendarDate[], until: CalendarDate): CalendarDate | undefined =>
  days
    .filter((on) => on <= until)
    .toSorted()
    .at(-1);

/** FIG11: in force on the month's last day, or today, and its review not late. */
export function agreementInDate(question: FigureQuestion, records: WorkerRecords): Figure {
  const { known: now } = daysOf(question);
  const profile = profileAt(question, now);
  const { agreement, source, terms } = profile;
  const { ref: worker } = records;
  const rule = { rule: 'R-37', ...cited(agreement?.src, agreement?.requiredStrength) };
  if (!agreement?.required)
    return notMeasured('agreementInDate', rule, {
      worker,
      why: `${source.name} asks for no agreement.`,
    });
  const held = records.agreements
    .filter(({ since }) => since <= now)
    .reduce<WorkerRecords['agreements'][number] | undefined>(
      (best, each) => (best && best.since >= each.since ? best : each),
      undefined,
    );
  const item = (): FigureItem => {
    const about = { ref: worker, worker };
    if (!held) return { ...about, counted: false, why: `No ${terms.agreement} was in force.` };
    const { since, reviewedOn } = held;
    const review = agreementReviewDue({
      profile,
      holidays: question.holidays,
      now,
      signed: { supervisee: since, supervisor: since },
      reviewedOn: latest(reviewedOn, now),
    });
    const inForce = `In force since ${formatDate(since)}`;
    if (review.outcome === 'none') return { ...about, counted: true, why: `${inForce}.` };
    const isLate = review.daysLate > 0;
    const due = `review ${isLate ? 'was ' : ''}due by ${formatDate(review.dueOn)}`;
    return { ...about, dueOn: review.dueOn, counted: !isLate, why: `${inForce}; ${due}.` };
  };
  return makeFigure('agreementInDate', rule, { list: [item()], none: '' });
}

/** FIG11: an observation and the day the next one is due by; not measured where no date is held. */
function observationFigure(
  id: 'directObservation' | 'observationOfSupervision',
  worker: string,
  due: DueAnswer,
  rule: Parameters<typeof makeFigure>[1],
): Figure {
  if (due.outcome === 'none') return notMeasured(id, rule, { worker, why: due.why });
  const isLate = due.daysLate > 0;
  const by = formatDate(due.dueOn);
  if (!isLate && due.countedFrom.what === 'footprint')
    return notMeasured(id, due, { worker, why: `No date held: not measured before ${by}.` });
  const last =
    due.countedFrom.what === 'lastHeld'
      ? `Last on ${formatDate(due.countedFrom.on)}`
      : 'None is held';
  const why = `${last}; the next ${isLate ? 'was ' : ''}due by ${by}.`;
  const list = [{ ref: worker, worker, counted: !isLate, dueOn: due.dueOn, why }];
  return makeFigure(id, due, { list, none: '' });
}

export function directObservation(question: FigureQuestion, records: WorkerRecords): Figure {
  const { known: now } = daysOf(question);
  const profile = profileAt(question, now);
  const { observedOn, ref, worker, footprintStartedOn } = records;
  const stated = profile.observation?.directObservation;
  const rule = { rule: 'R-40', ...cited(stated?.src, stated?.strength) };
  if (stated && !observedOn)
    return notMeasured('directObservation', rule, { worker: ref, why: noneHeld });
  const due = directObservationDue({
    profile,
    holidays: question.holidays,
    now,
    lastOn: latest(observedOn ?? [], now),
    startedOn: worker.startedOn,
    footprintStartedOn,
  });
  return observationFigure('directObservation', ref, due, rule);
}

export function observationOfSupervision(question: FigureQuestion, records: WorkerRecords): Figure {
  const { known: now } = daysOf(question);
  const profile = profileAt(question, now);
  const { supervisingObservedOn, supervises, ref, worker, footprintStartedOn } = records;
  const stated = profile.observation?.observationOfSupervision;
  const rule = { rule: 'R-41', ...cited(stated?.src, stated?.strength) };
  if (stated && supervises !== true)
    return makeFigure('observationOfSupervision', rule, {
      list: [],
      none: 'Asked only of those who supervise others.',
    });
  if (stated && !supervisingObservedOn)
    return notMeasured('observationOfSupervision', rule, { worker: ref, why: noneHeld });
  const due = observationOfSupervisionDue({
    profile,
    holidays: question.holidays,
    now,
    lastOn: latest(supervisingObservedOn ?? [], now),
    startedOn: worker.startedOn,
    footprintStartedOn,
  });
  return observationFigure('observationOfSupervision', ref, due, rule);
}

/** C-17: "per annum" also by the year from April to March. */
export function observedThisYear(question: FigureQuestion, records: WorkerRecords): Figure {
  const { known: now } = daysOf(question);
  const { observation, source } = profileAt(question, now);
  const { observedOn, ref: worker } = records;
  const rule = { rule: 'C-17', clause: null };
  if (!observation?.directObservation)
    return notMeasured('observedThisYear', rule, {
      worker,
      why: `${source.name} asks for no direct observation of practice.`,
    });
  if (!observedOn) return notMeasured('observedThisYear', rule, { worker, why: noneHeld });
  const year = Number(now.slice(0, 4)) - (now.slice(5) < '04-01' ? 1 : 0);
  const start = toCalendarDate(`${year}-04-01`);
  const last = latest(observedOn, now);
  const counted = last !== undefined && last >= start;
  const { footprintStartedOn: since } = records;
  if (!counted && since !== undefined && since > start)
    return notMeasured('observedThisYear', rule, {
      worker,
      why: `No date held: what was observed before ${formatDate(since)} is not known.`,
    });
  const why = counted
    ? `Observed on ${formatDate(last)}.`
    : `Not observed since ${formatDate(start)}.`;
  return makeFigure('observedThisYear', rule, {
    list: [{ ref: worker, worker, counted, why }],
    none: '',
  });
}
