import { describe, expect, it } from 'vitest';
import { flagsOf } from '#domain/flags/flags-of.ts';
import type { StaffRef } from '#domain/ids.ts';
import type { DiscussionChild } from '#domain/records/discussion.ts';
import { discussionTextKeys } from '#domain/records/discussion-keys.ts';
import { caseFactsOf } from '#storage/agenda/case-facts.ts';
import { correctChild } from '#storage/caseload/caseload.ts';
import { finaliseChild } from '#storage/child-file/child-records.ts';
import { findSession } from '#storage/session/session-reads.ts';
import { endSession, planSession, startSession } from '#storage/session/sessions.ts';
import { profileOf } from '#storage/settings.ts';
import type { Workspace } from '#storage/workspace.ts';
import { bodies, todayIn } from '#storage/writes.ts';
import { readyBrief, readyInDepth, ref, today } from '../../../test/builders.ts';
import { everyAnswer, everyText } from '../../../test/every-answer.ts';
import {
  aWorkspace,
  givePriya,
  type TestPorts,
  testPorts,
  write,
} from '../../../test/workspaces.ts';
import { childExports } from './child-exports.ts';
import { childRecordText } from './child-record-text.ts';

const there = { practitionerPresent: true, supervisorPresent: true, othersPresent: '' };
const action = {
  ...{ id: 'act-1', what: 'Ring the police', owner: 'Priya Shah', byWhen: 'friday' },
  immediateSafeguarding: true,
};

interface Begun {
  readonly workspace: Workspace;
  readonly priya: StaffRef;
}

async function begun(status = 'EH', profileId = 'swindon-000'): Promise<Begun> {
  const workspace = await aWorkspace(testPorts('2026-10-20T09:00:00.000Z'), profileId);
  return { workspace, priya: await givePriya(workspace, [{ reference: 'C1', status }]) };
}

/** A session on that day with this typed of the child; ended and finalised. Answers with its record. */
async function held({ workspace, priya }: Begun, on: string, part: DiscussionChild) {
  (workspace.ports as TestPorts).goTo(`${on}T10:00:00.000Z`);
  const id = await startSession(workspace, priya);
  const { id: _, childRef: __, settled, ...typed } = part;
  await write(workspace, id, 'C1', { ...typed, accountedAt: workspace.now });
  await endSession(workspace, id, there);
  const { outcome, ...why } = await finaliseChild(workspace, id, ref('C1'));
  if (outcome !== 'finalised') throw new Error(JSON.stringify(why));
  const record = bodies(workspace, 'childRecords').find(({ sessionId }) => sessionId === id);
  if (!record) throw new Error('no record');
  return record;
}

async function flagsFor({ workspace, priya }: Begun, now: string, planned: string) {
  (workspace.ports as TestPorts).goTo(`${now}T09:00:00.000Z`);
  const session = findSession(workspace, await planSession(workspace, priya, planned));
  const [first] = session ? caseFactsOf(workspace, session.body) : [];
  if (!first) throw new Error('no facts');
  const profile = profileOf(workspace);
  const flags = flagsOf({ facts: first.facts, profile, today: todayIn(workspace) });
  return new Map(flags.map(({ code, words }) => [code as string, words]));
}

const full = () => readyInDepth({ ...everyAnswer, noActions: false, actions: [action] });

describe('a whole discussion in depth, every field typed', () => {
  it('[FACT9, FACT11, FACT13, FACT14, FACT15] makes each of its flags on the next agenda', async () => {
    const one = await begun();
    const why = { on: today, reason: 'Allocated as higher risk' };
    await correctChild(one.workspace, ref('C1'), { higherRiskEarlyHelp: 'yes' }, why);
    await held(one, '2026-11-20', full());
    const flags = await flagsFor(one, '2026-11-23', '2026-12-15');
    const expected = {
      IMMEDIATE_ACTION: 'An immediate safeguarding action is still open (owner Priya Shah).',
      RISK_UP: 'Risk recorded as higher on 20 November 2026.',
      NO_PLAN: 'No up-to-date plan on file.',
      NO_ASSESS: 'Assessment is not up to date.',
      NO_DIFFERENCE: 'No difference recorded for the child last time: why, and what could change?',
      DRIFT: 'Possible drift: some delay noted 20 November 2026.',
      COMPLIANCE: 'Change not yet seen in what the family does (noted 20 November 2026).',
      DANGEROUS_DYNAMICS: 'Difficult or dangerous dynamics named 20 November 2026.',
      COMPLEX: 'Complex: 2 open hypotheses.',
      STUCK: 'Waiting for CAMHS.',
      STEP_DOWN: 'Decide: step down or close?',
      TRIO: 'Domestic abuse, substance misuse and mental health overlap (domestic abuse and substance misuse).',
      EH_HIGH: 'Higher-risk Early Help family: every session.',
      CONTEXT_TIME: 'Allow extra time (interpreter, several agencies and a long drive).',
    };
    expect(Object.fromEntries(flags)).toMatchObject(expected);
    expect(flags.has('VOICE_MISSING')).toBe(false);
  });

  it('[FACT1, FACT15] and one with only the seven makes none of them', async () => {
    const one = await begun('CIN', 'islington-001');
    // Said while it was early help, and no early help any more.
    const why = { on: today, reason: 'Allocated as higher risk' };
    await correctChild(one.workspace, ref('C1'), { higherRiskEarlyHelp: 'yes' }, why);
    await held(one, '2026-11-20', readyInDepth());
    expect([...(await flagsFor(one, '2026-11-23', '2026-12-15')).keys()]).toEqual([]);
  });

  it('[FACT10] two brief check-ins without the voice miss it; three with one figure are stuck', async () => {
    const one = await begun('CIN', 'islington-001');
    for (const on of ['2026-10-20', '2026-10-27', '2026-11-03'])
      await held(one, on, readyInDepth({ scaling: '4', worries: `Of ${on}` }));
    expect((await flagsFor(one, '2026-11-04', '2026-11-27')).get('STUCK')).toBe(
      'No movement for 3 sessions.',
    );
    await held(one, '2026-11-10', readyBrief());
    expect((await flagsFor(one, '2026-11-11', '2026-11-27')).has('VOICE_MISSING')).toBe(false);
    await held(one, '2026-11-17', readyBrief());
    expect((await flagsFor(one, '2026-11-18', '2026-11-27')).get('VOICE_MISSING')).toBe(
      'The child’s voice was not recorded last time.',
    );
  });

  it('[FACT14] a session that is going on has said nothing yet', async () => {
    const one = await begun();
    const id = await startSession(one.workspace, one.priya);
    await write(one.workspace, id, 'C1', { extraTime: ['interpreter'] });
    expect((await flagsFor(one, '2026-10-21', '2026-12-15')).has('CONTEXT_TIME')).toBe(false);
    await endSession(one.workspace, id, there);
    expect((await flagsFor(one, '2026-10-22', '2026-12-16')).has('CONTEXT_TIME')).toBe(true);
  });
});

describe('its text for the case system', () => {
  it('[FIN12, FIN13] has every field under its heading, in words', async () => {
    const text = childRecordText(await held(await begun(), '2026-11-20', full()), []);
    for (const key of discussionTextKeys) {
      if (key === 'briefNote' || key === 'statusChangeOn' || key === 'waitingFor') continue;
      expect(text).toContain(everyText[key]);
    }
    for (const block of [
      'When the status changed\n14 November 2026',
      'Is there a plan, and is it up to date?\nNo. No date held',
      'Risk, compared with last time\nHigher',
      'Is the work making a difference for this child?\nNo difference yet',
      'How safe is this child today, from 0 to 10?\n4',
      'Drift or delay\nSome',
      'Is this the right threshold?\nStep down',
      'This is complex\nYes',
      'Waiting for\nCAMHS',
      'Dynamics with the family\n- Disguised compliance\n- Difficult or dangerous dynamics',
      'Where the parents are in the cycle of change\nPre-contemplation',
      'Parental mental health\nNot known',
      'Hypotheses\n1. She is afraid of him (open)\n   For: She goes quiet\n   Against: She asks for him\n2. School is the worry (open)',
      '- Ring the police. Who: Priya Shah. By: 27 November 2026 (immediate safeguarding action)',
    ])
      expect(text).toContain(block);
    expect(text).not.toContain('undefined');
  });

  it('[FIN12] has nothing of working data in any export, nor has anything on the child’s file', async () => {
    const one = await begun();
    const record = await held(one, '2026-11-20', full());
    const exports = childExports.map(({ build }) => build({ record, amendments: [], marks: [] }));
    const stored = (['childRecords', 'childActions', 'decisions'] as const).map((name) =>
      JSON.stringify(bodies(one.workspace, name)),
    );
    for (const each of [...exports, ...stored]) {
      expect(each).not.toMatch(/interpreter|several ?agencies|a long drive|extraTime/i);
      expect(each).not.toContain(everyText.briefNote);
    }
  });
});
