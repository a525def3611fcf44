import {
  activityWords,
  modelWithElements,
  observationTables,
  practiceElements,
  tagWords,
} from '#domain/observations/observation-fields.ts';
import type { PolicyProfile } from '#domain/policies/policy-profile.ts';
import type { ObservationKind } from '#domain/records/observation.ts';
import { actionRows, emptyFields, labelsOf, toTick, toWrite } from './blank-lines.ts';
import type { PrintSection } from './document.ts';

/** Appendix 4, or the observation of supervision, from its field table. No child is named in either. */
export function blankObservation(
  profile: PolicyProfile,
  kind: ObservationKind,
): readonly PrintSection[] {
  const { before, areas, after, withFamily } = observationTables[kind];
  const model = modelWithElements(profile);
  return [
    {
      heading: 'Before',
      hint: 'No child’s name: it stays on the supervision file.',
      fields: emptyFields([profile.terms.supervisee, 'Observer', 'Date', 'Time']),
    },
    ...(withFamily
      ? [
          toTick('Activity', Object.values(activityWords)),
          toTick('Did the child or family agree to be observed?', ['Yes', 'No']),
          toWrite('How consent was asked', '', 1),
        ]
      : []),
    ...before.map(({ label, hint }) => toWrite(label, hint)),
    { heading: 'What was seen' },
    ...areas.map(({ label, prompt }) => ({
      ...toWrite(label, prompt),
      choices: Object.values(tagWords),
    })),
    ...(withFamily && model !== '' ? [toTick(model, labelsOf(practiceElements))] : []),
    { heading: 'After' },
    ...after.map(({ label, hint }) => toWrite(label, hint)),
    actionRows(4),
  ];
}
