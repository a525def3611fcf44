import type { FigureSet } from './add-figures.ts';
import { type Figure, type FigureId, figureIds, notMeasured } from './figure.ts';
import type { WorkerRecords } from './figure-facts.ts';
import { type FigureQuestion, whyNotAtAll } from './figure-month.ts';
import { sessionsCancelled } from './of-cancellations.ts';
import { childrenDiscussed, childrenInDate } from './of-children.ts';
import { carriedTwice, decisionsRevisited } from './of-decisions.ts';
import { childRecords, staffNotes, urgentRecords } from './of-records.ts';
import { allCases, plannedHeld } from './of-sessions.ts';
import { severalTeams } from './of-several-teams.ts';
import {
  agreementInDate,
  directObservation,
  observationOfSupervision,
  observedThisYear,
} from './of-staff-file.ts';
import { gapsExplained, monthSupervised, supervisionInTime } from './of-supervision.ts';

type Count = (question: FigureQuestion, records: WorkerRecords) => Figure;

const counts: Readonly<Record<FigureId, Count>> = {
  supervisionInTime,
  monthSupervised,
  plannedHeld,
  sessionsCancelled,
  childrenDiscussed,
  childrenInDate,
  childRecords,
  urgentRecords,
  staffNotes,
  agreementInDate,
  directObservation,
  observedThisYear,
  observationOfSupervision,
  severalTeams,
  gapsExplained,
  decisionsRevisited,
  carriedTwice,
  allCases,
};

/**
 * The compliance figures of one worker for one calendar month (FIG1–FIG20, R-42, A8 part 1), each with the
 * list behind it. A supervisor's and a team's are `addFigures` of these. Nothing here reads how many
 * children a worker has: a caseload excuses nothing and scores nobody.
 */
export function figuresOfWorker(question: FigureQuestion, records: WorkerRecords): FigureSet {
  const { footprintStartedOn, worker, ref } = records;
  const { startedOn } = worker;
  const why = whyNotAtAll(question, { footprintStartedOn, startedOn });
  return figureIds.map((id) => {
    const figure = counts[id](question, records);
    return why === undefined ? figure : notMeasured(id, figure, { worker: ref, why });
  });
}
