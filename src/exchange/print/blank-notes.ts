import {
  aspectLabel,
  balancesThreePs,
  caseSupervisionAnswers,
  meetingModes,
  noteAspects,
  sessionTypes,
} from '#domain/notes/note-fields.ts';
import {
  agendaFields,
  cpdAnswers,
  learningStandards,
  moreFields,
} from '#domain/notes/note-more-fields.ts';
import type { PolicyProfile } from '#domain/policies/policy-profile.ts';
import { absenceKinds } from '#domain/records/told-absence.ts';
import { actionRows, emptyFields, emptyRows, labelsOf, toTick, toWrite } from './blank-lines.ts';
import type { PrintSection } from './document.ts';

/** Appendix 2 from its field tables. Children stand in it by reference, and not by name. */
export function blankNotes(profile: PolicyProfile): readonly PrintSection[] {
  const { terms, worker } = profile;
  return [
    {
      heading: 'The session',
      fields: emptyFields([
        terms.supervisee,
        terms.supervisor,
        'Date',
        'Start and end',
        'Location',
      ]),
    },
    toTick('Kind of session', labelsOf(sessionTypes)),
    toTick('Meeting', labelsOf(meetingModes)),
    toTick('Cases discussed', ['ALL current cases', 'A sample']),
    {
      heading: 'Absences since last time',
      level: 3,
      hint: labelsOf(absenceKinds).join(', '),
      table: emptyRows(['What', 'From', 'To'], 2),
    },
    toWrite('Gap in supervision', 'Why, who covered, and whether cases were passed on.', 2),
    { heading: 'The agenda' },
    ...agendaFields.map(({ label, hint }) => toWrite(label, hint)),
    toWrite('Actions from last time', 'Done, or why not; carried forward or no longer needed.'),
    { heading: 'What was discussed' },
    ...noteAspects.map((aspect) =>
      toWrite(aspectLabel(aspect, balancesThreePs(profile)), aspect.hint, 6),
    ),
    toTick('Professional standard 4 (Social Work England)', labelsOf(learningStandards)),
    toTick('Learning logged as CPD', labelsOf(cpdAnswers)),
    { heading: 'More' },
    ...moreFields.map(({ label, hint }) => toWrite(label, hint, 2)),
    toTick(
      'Of a manager: is case supervision happening in the team?',
      labelsOf(caseSupervisionAnswers),
    ),
    ...(worker.nonCaseHolding?.agendaVariant === 'thresholdDecisions'
      ? [toWrite('Of somebody without cases: threshold decisions', '', 2)]
      : []),
    actionRows(6),
    toWrite('Any other business', '', 2),
    { heading: 'Next meeting', fields: emptyFields(['Date']) },
  ];
}
