import type { Observation } from '#domain/records/observation.ts';
import { activityWords, observationTables } from './observation-fields.ts';

export interface ObservationText {
  readonly path: string;
  readonly label: string;
  readonly text: string;
}

/** Every text that is typed into an observation of this kind, with its field: in the order of the form. */
export function textsOfObservation(observation: Observation): readonly ObservationText[] {
  const { before, areas, after, withFamily } = observationTables[observation.kind];
  const line = (path: string, label: string, text: string): ObservationText => ({
    path,
    label,
    text,
  });
  const family = [
    line('activityOther', `${activityWords.other} activity`, observation.activityOther),
    line('consentHow', 'How consent was asked', observation.consentHow),
  ];
  return [
    line('observer', 'Who observed', observation.observer),
    ...(withFamily ? family : []),
    ...before.map(({ key, label }) => line(key, label, observation[key])),
    ...areas.map(({ key, label }) =>
      line(`areas.${key}.evidence`, label, observation.areas[key].evidence),
    ),
    ...after.map(({ key, label }) => line(key, label, observation[key])),
    ...observation.actions.flatMap(({ what, owner, byWhen }, i) => [
      line(`actions.${i}.what`, `Action ${i + 1}`, what),
      line(`actions.${i}.owner`, `Who, action ${i + 1}`, owner),
      line(`actions.${i}.byWhen`, `By when, action ${i + 1}`, byWhen),
    ]),
  ];
}
