import { aspectKeys, noteTextKeys, type StaffNote } from '#domain/records/staff-note.ts';

/** Every text of the notes with the path of its field: what is searched, copied and checked is this list. */
export function textsOfNote(note: StaffNote): readonly (readonly [string, string])[] {
  return [
    ['location', note.location],
    ...note.absences.flatMap(({ from, to, detail }, i) => [
      [`absences.${i}.from`, from] as const,
      [`absences.${i}.to`, to] as const,
      [`absences.${i}.detail`, detail] as const,
    ]),
    ['gapWhy', note.gapWhy],
    ['gapCover', note.gapCover],
    ['gapReallocation', note.gapReallocation],
    ...note.settled.map(({ reason }, i) => [`settled.${i}.reason`, reason] as const),
    ...aspectKeys.flatMap((key) => [
      [`${key}.text`, note[key].text] as const,
      [`${key}.notCovered`, note[key].notCovered] as const,
    ]),
    ...noteTextKeys.map((key) => [key, note[key]] as const),
    ['caseSupervisionNote', note.caseSupervisionNote],
    ['thresholdDecisions', note.thresholdDecisions],
    ...note.actions.flatMap(({ what, owner, byWhen }, i) => [
      [`actions.${i}.what`, what] as const,
      [`actions.${i}.owner`, owner] as const,
      [`actions.${i}.byWhen`, byWhen] as const,
    ]),
    ['text', note.text],
    ['nextMeetingOn', note.nextMeetingOn],
  ];
}

/** Anything written or said in the notes; where and how they met does not count as that. */
export function isNoteStarted(note: StaffNote): boolean {
  return (
    note.supportDetailWithheld ||
    note.noAbsences ||
    note.caseSupervisionCheck !== '' ||
    note.sweTags.length > 0 ||
    note.cpdLogged !== '' ||
    note.absences.some(({ kind }) => kind !== '') ||
    note.settled.some(({ outcome }) => outcome !== '') ||
    textsOfNote(note).some(([path, text]) => path !== 'location' && text.trim() !== '')
  );
}
