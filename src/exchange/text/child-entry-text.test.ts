import { expect, it } from 'vitest';
import { buildEntries } from '#domain/entries/finalise-entry.ts';
import type { EntryDraft } from '#domain/records/entry.ts';
import { aChild, islington, swindon } from '../../../test/builders.ts';
import { anEntryDraft, anEntryQuestion } from '../../../test/entry-builders.ts';
import { childEntryText } from './child-entry-text.ts';

function textOf(over: Partial<Record<keyof EntryDraft, unknown>>, profile = islington): string {
  const child = aChild({ status: profile === swindon ? 'ASSESS' : 'CIN' });
  const question = anEntryQuestion({ draft: anEntryDraft(over), profile, children: [child] });
  const outcome = buildEntries(question);
  if (outcome.outcome === 'missing') throw new Error(JSON.stringify(outcome.missing));
  return outcome.built.map(({ entry }) => childEntryText(entry, [])).join('');
}

it('a decision under the council’s heading, with its day and time, and only what was said', () => {
  const action = { id: 'a', what: 'Ring the school', owner: 'Priya', byWhen: '2 weeks' };
  const said = { channel: 'panel', notToAct: true, experience: 'She is tired.', actions: [action] };
  expect(textOf(said)).toBe(
    [
      'Management Decision\nName: Amina Khan\nReference: C1\nDate of birth: 4 March 2016\nStatus: CIN\nDecided on: 20 November 2026 at 9:30am\nWho decided: Sam Lee\nWhere: Panel',
      'What was decided or advised\nAsk for a strategy discussion.',
      'Why\nA second bruise in a week.',
      'Child’s experience and voice\nShe is tired.',
      'Significance: Significant\nChanges the direction of the work: no\nIt is a decision not to act.\nTo be revisited at the next formal supervision.',
      'Actions agreed\n- Ring the school. Who: Priya. By: 4 December 2026',
      'Finalised at midday on Friday 20 November 2026 by Sam Lee. Not signed.',
    ]
      .join('\n\n')
      .replace('Status: CIN', /^Status: .*$/m.exec(textOf({}))?.[0] ?? ''),
  );
});

it('without a time it shows none, and late it says so', () => {
  expect(textOf({ time: '' })).toContain('Decided on: 20 November 2026\n');
  expect(textOf({ on: '18 November 2026' })).toContain('\nLate entry\n');
});

it('a midway check says what it is not', () => {
  const text = textOf({ kind: 'midwayCheck', who: 'J Reed, IRO', text: 'Actions are done.' });
  expect(text).toMatch(
    /^supervision\nA midway check does not count as supervision\.\nEntry: Midway check/,
  );
  expect(text).not.toContain('Significance');
  expect(text).not.toContain('Actions agreed');
});

it('an allocation has its direction, its risks and by when the full supervision is', () => {
  const visit = { firstVisitBy: 'friday' };
  const text = textOf({ kind: 'allocation', text: 'See both.', risks: 'Cold.', ...visit }, swindon);
  expect(text).toContain('Management oversight: allocation');
  expect(text).toContain('First visit by\n27 November 2026');
  expect(text).toContain('Full supervision by\n18 December 2026');
});

it('a KIT meeting has its teams, and a next day nobody can read stays as it was typed', () => {
  const meeting = { kind: 'kit', teams: 'A; B', text: 'Seen weekly.', nextOn: 'after Christmas' };
  const text = textOf(meeting, swindon);
  expect(text).toContain('Teams\nA; B');
  expect(text).toContain('Next meeting on\nafter Christmas');
  expect(text).toContain('Actions agreed\nNone.');
});
