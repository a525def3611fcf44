import type { UseFormReturn } from 'react-hook-form';
import { noteAspects } from '#domain/notes/note-fields.ts';
import type { BeforeSession } from '#domain/records/response.ts';
import type { Session } from '#domain/records/session.ts';
import { personalSupervisor } from '#storage/handover/supervision.ts';
import { findStaff } from '#storage/settings.ts';
import { useAll, useWorkspace } from '#storage/use-workspace.ts';
import type { NoteValues } from './notes-values.ts';
import { useStays } from './use-stays.ts';

interface PersonalAsked {
  /** Who has personal supervision, where I have the cases alone. */
  readonly with: string | undefined;
  readonly absences: boolean;
  readonly aspects: boolean;
  readonly stage: boolean;
}

/** SUPV4: who has the cases alone is asked for nothing personal. What is written of it is shown all the same. */
export function usePersonalAsked(
  session: Session,
  { getValues }: Pick<UseFormReturn<NoteValues>, 'getValues'>,
  response: BeforeSession | undefined,
): PersonalAsked {
  const workspace = useWorkspace();
  useAll('staff');
  const staff = findStaff(workspace, session.superviseeRef)?.body;
  const other = staff && personalSupervisor(workspace, staff);
  const isAsked = other === undefined;
  const note = getValues();
  return {
    with: other,
    absences: useStays(isAsked || hasAbsences(note) || (response ? hasAbsences(response) : false)),
    aspects: useStays(isAsked || hasAspects(note) || (response ? hasImpact(response) : false)),
    stage: useStays(isAsked || hasOfStage(note)),
  };
}

const hasAbsences = ({
  absences,
  noAbsences,
}: {
  readonly absences: readonly unknown[];
  readonly noAbsences: boolean;
}): boolean => absences.length > 0 || noAbsences;

const hasAspects = (note: NoteValues): boolean =>
  note.supportDetailWithheld ||
  noteAspects.some(({ key }) => note[key].text !== '' || note[key].notCovered !== '');

const hasImpact = ({ wellbeing, impact }: BeforeSession): boolean =>
  wellbeing !== '' || impact.some(({ strong, text }) => strong || text !== '');

const hasOfStage = (note: NoteValues): boolean =>
  note.caseSupervisionCheck !== '' ||
  note.caseSupervisionNote !== '' ||
  note.thresholdDecisions !== '';
