import canonicalize from 'canonicalize';
import { describe, expect, it } from 'vitest';
import { loneSurrogateMessage } from '#domain/records/child-record.ts';
import {
  finalObservation,
  Observation,
  type ObservationKind,
  type ObservationRecord,
} from '#domain/records/observation.ts';
import {
  aChild,
  bracknell,
  hostileTexts,
  islington,
  loneSurrogates,
  swindon,
  today,
} from '../../../test/builders.ts';
import {
  anObservation,
  anObservationQuestion,
  supervisionObservedTyped,
} from '../../../test/observation-builders.ts';
import { childrenNamed, fieldsNaming } from './children-named.ts';
import {
  actionsOfObservation,
  buildObservation,
  type ObservationQuestion,
} from './finalise-observation.ts';
import {
  activityWords,
  modelWithElements,
  observationTables,
  practiceElements,
} from './observation-fields.ts';
import { missingFromObservation } from './observation-missing.ts';
import { textsOfObservation } from './observation-texts.ts';
import { lastObserved, observedDays } from './observed-days.ts';

const aSupervision = (over: object = {}) =>
  anObservation({ ...emptied, ...supervisionObservedTyped, ...over });

/** Nothing of a live supervision is in it. */
const emptied = {
  activity: '',
  purpose: '',
  plan: '',
  consent: '',
  consentHow: '',
  wentWell: '',
  challenging: '',
  reflection: '',
  learning: '',
  actions: [],
  summary: '',
  time: '',
};

function built(over: Partial<ObservationQuestion> = {}) {
  const made = buildObservation(anObservationQuestion(over));
  if (made.outcome === 'missing') throw new Error(JSON.stringify(made.missing));
  return made;
}

const missing = (observation: Observation) =>
  missingFromObservation({ observation, at: '2026-11-20T12:00:00.000Z', names: [] });
const paths = (observation: Observation) => missing(observation).map(({ path }) => path);

describe('the tables of A7 and A7b', () => {
  const { liveSupervision, observationOfSupervision } = observationTables;

  it('[OBS3] a live supervision has every field of the specification', () => {
    expect(liveSupervision.areas.map(({ label }) => label)).toEqual([
      'Communication and explaining the role',
      'Preparation',
      'Focus on the child and on making a difference',
      'Relationship and respect',
      'The child’s voice, and being seen alone',
      'Purposeful use of authority, and clarity about concerns',
      'Challenge that builds on strengths',
      'Anti-discriminatory practice',
      'Use of the practice framework',
      'Safe endings and next steps',
    ]);
    expect([...liveSupervision.before, ...liveSupervision.after].map(({ key }) => key)).toEqual([
      'purpose',
      'plan',
      'wentWell',
      'challenging',
      'reflection',
      'familyFeedback',
      'learning',
      'summary',
    ]);
    expect(Object.values(activityWords)).toEqual([
      'Home visit',
      'Direct work',
      'Meeting',
      'Conference',
      'Group',
      'Call',
      'Other',
    ]);
    expect(practiceElements.map(({ label }) => label)).toEqual([
      'Evocation',
      'Collaboration',
      'Autonomy',
      'Empathy',
      'Purposefulness',
      'Clarity about concerns',
      'Child focus',
    ]);
  });

  it('[OBS3] an observation of supervision has its nine areas and the feedback', () => {
    expect(observationOfSupervision.areas.map(({ label }) => label)).toEqual([
      'Setting and interruptions',
      'Preparation',
      'Agenda setting and priorities',
      'Relationship',
      'Use of authority',
      'Balance of functions',
      'Balance of task, process and climate',
      'Perspectives of others',
      'Focus on the child, and hypotheses',
    ]);
    expect(observationOfSupervision.after.map(({ key }) => key)).toEqual(['feedback']);
  });

  it('[OBS3] each area has a prompt and a place in the record, and no field is asked twice', () => {
    for (const { before, areas, after } of Object.values(observationTables)) {
      for (const { key, prompt } of areas) {
        expect(prompt, key).not.toBe('');
        expect(anObservation().areas[key], key).toHaveProperty('evidence');
      }
      const keys = [...before, ...areas, ...after].map(({ key }) => key);
      expect(keys).toEqual([...new Set(keys)]);
    }
  });
});

describe('what it needs before it can be finalised', () => {
  it('[OBS3] with all of it nothing is missing, of either kind', () => {
    expect(missing(anObservation())).toEqual([]);
    expect(missing(aSupervision())).toEqual([]);
  });

  it.each([
    ['on', { on: ' ' }, 'Enter the day of the observation'],
    ['on', { on: 'the other day' }, expect.stringMatching(/\S/)],
    ['on', { on: '21 November 2026' }, 'The day must be today or in the past'],
    ['time', { time: '2:30' }, 'Write 2:30am or 2:30pm'],
    ['time', { time: '5pm' }, 'The time must be in the past'],
    ['observer', { observer: '' }, 'Write who observed'],
    ['activity', { activity: '' }, 'Choose what kind of activity it was'],
    ['activityOther', { activity: 'other' }, 'Write what it was'],
    ['purpose', { purpose: '\n' }, 'Write what the purpose was'],
    ['plan', { plan: '' }, 'Write the practitioner’s plan and what to look for'],
    ['consent', { consent: '' }, 'Say whether the child or family was asked for consent'],
    ['consentHow', { consentHow: '' }, 'Write how consent was asked'],
    ['consentHow', { consent: 'no', consentHow: '' }, 'Write why consent was not asked'],
    ['wentWell', { wentWell: '' }, 'Write what went well'],
    ['challenging', { challenging: '' }, 'Write what was challenging or could be different'],
    [
      'reflection',
      { reflection: '' },
      'Write the practitioner’s reflection, as it was told to you or in their own words',
    ],
    ['learning', { learning: '' }, 'Write what the learning is'],
    ['summary', { summary: '' }, 'Write an overall summary'],
    ['noActions', { actions: [] }, 'Add an action, or tick that there is none'],
    ['noActions', { noActions: true }, 'Untick “No actions”, or remove the actions'],
  ])('[OBS3] a live supervision: %s', (path, over, message) => {
    expect(missing(anObservation(over))).toEqual([{ path, message }]);
    expect(buildObservation(anObservationQuestion({ observation: anObservation(over) }))).toEqual({
      outcome: 'missing',
      missing: [{ path, message }],
    });
  });

  it('[OBS3] everything at once, in the order of the form', () => {
    expect(paths(anObservation({ ...emptied, areas: {} }))).toEqual([
      'activity',
      'purpose',
      'plan',
      'consent',
      'consentHow',
      'areas.communication.evidence',
      'wentWell',
      'challenging',
      'reflection',
      'learning',
      'noActions',
      'summary',
    ]);
  });

  it('[OBS3] evidence in three areas, said at the first that has none; a tag is no evidence', () => {
    const two = {
      communication: { evidence: 'At the door.' },
      preparation: { evidence: ' ', tag: 'strength' },
      endings: { evidence: 'Who does what.' },
    };
    expect(missing(anObservation({ areas: two }))).toEqual([
      {
        path: 'areas.preparation.evidence',
        message: 'Write what was seen in at least 3 areas: 2 so far',
      },
    ]);
    // Of another kind: they are not asked here.
    const others = { ...two, setting: { evidence: 'Quiet.' }, agenda: { evidence: 'Both.' } };
    expect(paths(anObservation({ areas: others }))).toEqual(['areas.preparation.evidence']);
  });

  it('[OBS3] an action that was begun says what, who and by when; an empty line is none', () => {
    const half = { id: 'x', what: '', owner: 'Sam', byWhen: '' };
    const empty = { id: 'y', what: '', owner: '', byWhen: '' };
    expect(paths(anObservation({ actions: [half] }))).toEqual([
      'actions.0.what',
      'actions.0.byWhen',
    ]);
    expect(paths(anObservation({ actions: [empty] }))).toEqual(['noActions']);
    expect(paths(anObservation({ actions: [empty], noActions: true }))).toEqual([]);
  });

  it('[OBS3] an observation of supervision asks for its own and for nothing of a family', () => {
    const nothing = aSupervision({
      on: '',
      observer: '',
      areas: {},
      feedback: '',
      noActions: false,
    });
    expect(missing(nothing)).toEqual([
      { path: 'on', message: 'Enter the day of the observation' },
      { path: 'observer', message: 'Write who observed' },
      {
        path: 'areas.setting.evidence',
        message: 'Write what was seen in at least 3 areas: 0 so far',
      },
      { path: 'feedback', message: 'Write what feedback was given' },
      { path: 'noActions', message: 'Add an action, or tick that there is none' },
    ]);
  });

  it('[OBS3] two versions are chosen between first, and broken text is named', () => {
    expect(paths(anObservation({ clashes: [{ path: 'plan', ours: 'a', theirs: 'b' }] }))).toEqual([
      'twoVersions',
    ]);
    for (const broken of loneSurrogates)
      expect(missing(anObservation({ learning: broken }))).toEqual([
        { path: 'learning', message: loneSurrogateMessage },
      ]);
    expect(
      missingFromObservation({
        observation: anObservation(),
        at: '2026-11-20T12:00:00.000Z',
        names: ['Priya \udc00'],
      }),
    ).toEqual([{ path: 'observer', message: loneSurrogateMessage }]);
  });
});

describe('the finished observation', () => {
  it('[OBS4] is what was typed, to the letter, in its canonical text, with fields of a newer version', () => {
    for (const hostile of Object.values(hostileTexts)) {
      const observation = anObservation({
        purpose: `x${hostile}`,
        areas: { ...anObservation().areas, endings: { evidence: hostile, newer: 'kept' } },
        newerField: { kept: true },
      });
      const { record, text } = built({ observation });
      expect(record).toMatchObject({ ...observation, finalisedAt: '2026-11-20T12:00:00.000Z' });
      expect(JSON.parse(text)).toEqual(record);
      expect(canonicalize(JSON.parse(text))).toBe(text);
    }
  });

  it('[OBS4] says the day and moment that were read, who, under which policy, and the next', () => {
    expect(built().record).toMatchObject({
      file: 'staff',
      heading: 'Live supervision',
      supervisee: 'Priya Shah',
      superviseeTerm: swindon.terms.supervisee,
      on: '20 November 2026',
      observedOn: '2026-11-20',
      observedAt: '2026-11-20T09:30:00Z',
      reflectionBy: 'told',
      policy: { id: 'swindon-000' },
      nextDue: 'Due by 20 November 2027',
      finalisedBy: 'Sam Lee',
    });
    const untimed = built({ observation: anObservation({ time: '', on: 'yesterday' }) }).record;
    expect(untimed).toMatchObject({ observedOn: '2026-11-19', observedAt: '' });
    expect(built({ observation: aSupervision() }).record.heading).toBe(
      'Observation of supervision',
    );
  });

  it('[OBS4] is told from a draft, and a row that fits no finished one is none', () => {
    expect(finalObservation(anObservation())).toBeUndefined();
    expect(finalObservation(built().record)).toEqual(built().record);
    expect(finalObservation(anObservation({ finalisedAt: 'then' }))).toBeUndefined();
  });

  it('[OBS4] a row of an earlier version opens with its defaults', () => {
    const early = Observation.parse({
      id: 'o',
      kind: 'liveSupervision',
      superviseeRef: 'S1',
      areas: { communication: {} },
      createdAt: 'x',
      createdBy: 'me',
    });
    expect(early).toMatchObject({ consent: '', actions: [], areas: { endings: { evidence: '' } } });
  });
});

it('[OBS5] the elements are offered by the practice model that the policy names, whoever’s it is', () => {
  expect(modelWithElements(islington)).toBe('Motivational Social Work (MSW)');
  expect([swindon, bracknell].map(modelWithElements)).toEqual(['', '']);
  const own = {
    ...swindon,
    terms: { ...swindon.terms, practiceModel: 'motivational social work' },
  };
  expect(modelWithElements(own)).toBe('motivational social work');
  expect(built({ profile: islington }).record.practiceModel).toContain('MSW');
  const observation = aSupervision();
  expect(built({ profile: islington, observation }).record.practiceModel).toBe('');
});

describe('children who are named', () => {
  const list = [
    aChild({ ref: 'C1', name: 'Grace Hill', reference: 'R-77' }),
    aChild({ ref: 'C2', name: 'May Lund', reference: '' }),
  ];
  const names = (text: string) => childrenNamed(text, list).map(({ ref }) => ref);

  it('[OBS6] are found by name, first name and reference, and not in other words', () => {
    expect(names('Visited grace hill.')).toEqual(['C1']);
    expect(names('Grace was shy; see r-77.')).toEqual(['C1']);
    expect(names('It may help, by the grace of the school.')).toEqual([]);
    expect(names(' ')).toEqual([]);
  });

  it('[OBS6] are pointed out with their field, and finalising goes on', () => {
    const observation = anObservation({
      plan: 'See May alone.',
      areas: { ...anObservation().areas, endings: { evidence: 'Grace knew what is next.' } },
      actions: [{ id: 'a', what: 'Ring Grace', owner: 'Priya', byWhen: 'friday' }],
    });
    expect(fieldsNaming(observation, list).map(({ path }) => path)).toEqual([
      'plan',
      'areas.endings.evidence',
      'actions.0.what',
    ]);
    expect(built({ observation }).outcome).toBe('finalised');
  });

  it('[OBS6] every text of the form is looked at', () => {
    const typedIn = textsOfObservation(anObservation()).map(({ path }) => path);
    const { before, areas, after } = observationTables.liveSupervision;
    for (const { key } of [...before, ...after]) expect(typedIn).toContain(key);
    for (const { key } of areas) expect(typedIn).toContain(`areas.${key}.evidence`);
    expect(typedIn).toContain('consentHow');
  });
});

describe('the days that count', () => {
  const finished = (on: string, kind: ObservationKind = 'liveSupervision'): ObservationRecord =>
    built({
      at: '2026-11-20T12:00:00.000Z',
      observation: kind === 'liveSupervision' ? anObservation({ on }) : aSupervision({ on }),
    }).record;

  it('[OBS7] are of finished ones of that kind and the day typed by hand; a draft counts for nothing', () => {
    const rows = [
      finished('3 March 2026'),
      finished('4 April 2026', 'observationOfSupervision'),
      anObservation({ on: '5 May 2026' }),
    ];
    expect(observedDays('liveSupervision', rows, '2025-06-01')).toEqual([
      '2026-03-03',
      '2025-06-01',
    ]);
    expect(observedDays('observationOfSupervision', rows, '')).toEqual(['2026-04-04']);
    expect(observedDays('liveSupervision', rows, 'soon')).toEqual(['2026-03-03']);
  });

  it('[OBS7] the latest that has come is counted from, whichever source it is of', () => {
    const days = (typed: string) =>
      observedDays('liveSupervision', [finished('3 March 2026')], typed);
    expect(lastObserved(days('2025-06-01'), today)).toBe('2026-03-03');
    expect(lastObserved(days('2026-10-01'), today)).toBe('2026-10-01');
    expect(lastObserved(days('2026-12-01'), today)).toBe('2026-03-03');
    expect(lastObserved([], today)).toBeUndefined();
  });
});

it('[OBS8] what was agreed is actions about the practitioner, from the observed day', () => {
  const { record } = built({ observation: anObservation({ on: '13 November 2026' }) });
  const written = { at: '2026-11-20T12:00:00.000Z', by: 'me' };
  expect(actionsOfObservation(record, written)).toEqual([
    {
      id: 'a1',
      superviseeRef: 'S1',
      sessionId: 'o1',
      what: 'Practise an opening',
      owner: 'Priya',
      byWhen: '2 weeks',
      dueOn: '2026-11-27',
      agreedOn: '2026-11-13',
      createdAt: written.at,
      createdBy: 'me',
    },
  ]);
});
