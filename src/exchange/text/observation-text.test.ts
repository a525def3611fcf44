import { expect, it } from 'vitest';
import { buildObservation } from '#domain/observations/finalise-observation.ts';
import { textsOfObservation } from '#domain/observations/observation-texts.ts';
import type { ChildRecord } from '#domain/records/child-record.ts';
import type { ObservationRecord } from '#domain/records/observation.ts';
import { islington } from '../../../test/builders.ts';
import {
  anObservation,
  anObservationQuestion,
  supervisionObservedTyped,
} from '../../../test/observation-builders.ts';
import { buildChildExport } from './child-exports.ts';
import { observationText } from './observation-text.ts';

function finished(over: object = {}, asked: object = {}): ObservationRecord {
  const observation = anObservation(over);
  const built = buildObservation(anObservationQuestion({ observation, ...asked }));
  if (built.outcome === 'missing') throw new Error(JSON.stringify(built.missing));
  return built.record;
}

it('reads as a form: who, when, what was seen, what both take from it', () => {
  const record = finished(
    {
      elements: { empathy: '4', childFocus: '2' },
      motivationalInterviewing: true,
      familyFeedback: 'She listened.',
    },
    { profile: islington },
  );
  expect(observationText(record)).toBe(`Live supervision
Practitioner: Priya Shah
Observed by: Sam Lee
Date of observation: 20 November 2026 at 9:30am
Activity: Home visit

Purpose
A statutory visit.

The practitioner’s plan, and what to look for
Speak with each alone; watch how worries are said.

Consent of the child or family, asked by the practitioner
Yes. By phone the day before.

Communication and explaining the role: strength
Said who I was at the door.

The child’s voice, and being seen alone: strength
Played first, then asked.

Purposeful use of authority, and clarity about concerns: to develop
The concern came last.

Motivational Social Work (MSW)
- Empathy: 4 of 5
- Child focus: 2 of 5

Motivational Interviewing was used.

What went well
Warm and honest.

What was challenging, or could be different
Time ran short.

The practitioner’s reflection, as told to Sam Lee
I would say the worry first.

Feedback of the child or family
She listened.

Learning
Begin with why we are there.

Actions agreed
- Practise an opening. Who: Priya. By: 4 December 2026

The observer’s overall summary
Good work, clear next step.

Next
Due by 20 November 2027.

Finalised at midday on Friday 20 November 2026 by Sam Lee. Not signed.`);
});

it('of supervision it has its own fields, “none”, and nothing of a family', () => {
  const record = finished(
    { ...supervisionObservedTyped, time: '', activity: '', consent: '', actions: [] },
    { synthetic: true, nextDue: '' },
  );
  const text = observationText(record);
  expect(text).toMatch(/^SYNTHETIC: .*\nObservation of supervision\n/);
  expect(text).toContain('Setting and interruptions: strength\nA quiet room.');
  expect(text).toContain('Agenda setting and priorities\nBoth had items.');
  expect(text).toContain('Feedback given\nOpen with how they are.');
  expect(text).toContain('Actions agreed\nNone.');
  expect(text).not.toMatch(/Consent|Activity|Purpose|Motivational|\nNext\n/);
});

it('says own words, another activity, and a tag that has no evidence', () => {
  const areas = { ...anObservation().areas, endings: { evidence: '', tag: 'development' } };
  const over = { reflectionBy: 'own', activity: 'other', activityOther: 'Court', areas };
  const text = observationText(finished(over));
  expect(text).toContain('The practitioner’s reflection, in their own words\n');
  expect(text).toContain('\nActivity: Court\n');
  expect(text).toContain('Safe endings and next steps: to develop\nNo evidence was written.');
});

it('holds every text of the form to the letter', () => {
  const { areas } = anObservation();
  const evidence = Object.keys(areas).map((key) => [key, { evidence: `seen of ${key}` }]);
  const typed = {
    areas: Object.fromEntries(evidence),
    activity: 'other',
    activityOther: 'a court',
    familyFeedback: ' as  said ',
  };
  const record = finished(typed);
  for (const { path, text } of textsOfObservation(record))
    if (!path.endsWith('byWhen')) expect(observationText(record), path).toContain(text);
});

it('a child’s export refuses it, and it refuses a child’s record', () => {
  const refused = (record: ObservationRecord, child: ChildRecord) => [
    // @ts-expect-error a record of the supervision file
    buildChildExport('caseSystemText', { record, amendments: [], marks: [] }),
    // @ts-expect-error a record of the child's file
    observationText(child),
  ];
  expect(refused).toBeTypeOf('function');
});
