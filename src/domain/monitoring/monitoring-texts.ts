import { type Monitoring, questionKeys } from '#domain/records/monitoring.ts';

/** Every typed text of the form with the path of its field: what is checked and copied is this list. */
export function textsOfMonitoring(draft: Monitoring): readonly (readonly [string, string])[] {
  return [
    ['completedBy', draft.completedBy],
    ['on', draft.on],
    ...questionKeys.map((key) => [`answers.${key}.comment`, draft.answers[key].comment] as const),
    ['strengths', draft.strengths],
    ['toDevelop', draft.toDevelop],
    ...draft.actions.flatMap(({ what, owner, byWhen }, i) => [
      [`actions.${i}.what`, what] as const,
      [`actions.${i}.owner`, owner] as const,
      [`actions.${i}.byWhen`, byWhen] as const,
    ]),
    ['feedbackOn', draft.feedbackOn],
    ['auditor', draft.auditor],
  ];
}
