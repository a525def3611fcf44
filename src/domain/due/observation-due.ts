import { addInterval, type CalendarDate } from '#domain/dates/calendar-date.ts';
import type { DueAnswer } from './due-result.ts';
import { everyWords } from './interval.ts';
import { cited, countingFrom } from './interval-rule.ts';
import { type Asked, makeDue, notDue } from './make-due.ts';

interface ObservationQuestion extends Asked {
  readonly lastOn?: CalendarDate | undefined;
  /** The worker's first day, counted from where nothing was observed yet. */
  readonly startedOn?: CalendarDate | undefined;
  readonly footprintStartedOn?: CalendarDate | undefined;
}

type Which = 'directObservation' | 'observationOfSupervision';

const of = {
  directObservation: { rule: 'R-40', what: 'direct observation of practice' },
  observationOfSupervision: { rule: 'R-41', what: 'observation of supervision' },
} as const;

function observationDue(which: Which, question: ObservationQuestion): DueAnswer {
  const { profile, lastOn, startedOn, footprintStartedOn } = question;
  const stated = profile.observation?.[which];
  if (!stated) return notDue(`${profile.source.name} asks for no ${of[which].what}.`);
  const began = startedOn && ({ on: startedOn, what: 'started' } as const);
  const countedFrom = countingFrom({ last: lastOn, began, footprintStartedOn });
  if (!countedFrom) return notDue('No date held, and no day to count from.');
  return makeDue(question, {
    rule: { rule: of[which].rule, ...cited(stated.src, stated.strength) },
    what: `${of[which].what} ${everyWords(stated.interval, 'rolling')}`,
    dueOn: addInterval(countedFrom.on, stated.interval),
    countedFrom,
  });
}

/** A worker's next direct observation (OBS1, R-40, 000:105): twelve months rolling (C-17). */
export const directObservationDue = (question: ObservationQuestion): DueAnswer =>
  observationDue('directObservation', question);

/** An Assistant Team Manager's next observation of supervision (OBS2, R-41, 000:107). */
export const observationOfSupervisionDue = (question: ObservationQuestion): DueAnswer =>
  observationDue('observationOfSupervision', question);
