import type { Page } from '@playwright/test';
import { button, goTo, heading, link, openEveryDetails } from './app.ts';
import {
  addAction,
  answer,
  box,
  chooseAll,
  expectInField,
  expectMissing,
  fillAll,
  signRecord,
  type Texts,
} from './fill-forms.ts';
import { expect } from './test.ts';

/** What goes on a child's record outside the one-to-one: decisions, meetings, checks, groups. */

export interface Entry {
  /** The link on the child's page, and the heading of the form. */
  readonly title: string;
  readonly name: string;
  readonly missing: readonly string[];
  readonly texts: Texts;
  /** What else stands on the record. */
  readonly words?: readonly string[];
  readonly more?: (page: Page) => Promise<void>;
}

export const managementDecision: Entry = {
  title: 'Record a management decision',
  name: 'Management decision',
  missing: [
    'Write what was decided or advised',
    'Write why: a decision has its reasons',
    'Say whether it is routine, significant or urgent',
    'Say whether it changes the direction of the work',
  ],
  texts: {
    'What was decided or advised': 'Move the visit to today',
    Why: 'The school rang about a bruise',
    'What was asked, or what is new': 'A call from the head teacher',
    'Risks and analysis': 'One mark, and two accounts of it',
    'Child’s experience and voice': '“I fell on the stairs”',
  },
  words: ['In passing', 'Tell the school', 'Significant'],
  more: async (page) => {
    await answer(page, 'How significant is it?', 'Significant');
    await answer(page, 'Does it change the direction of the work?', 'No');
    await chooseAll(page, { 'Where it was decided': 'In passing' });
    await addAction(page, 'Tell the school');
  },
};

export const allocation: Entry = {
  title: 'Record an allocation',
  name: 'Allocation',
  missing: ['Write the direction that was given', 'Write the initial risks'],
  texts: {
    'Direction given': 'Visit with the health visitor',
    'Initial risks': 'Nobody has seen the baby’s room',
    'First visit by': '25 11 2026',
  },
  words: ['25 November 2026'],
};

export const kit: Entry = {
  title: 'Record a KIT meeting',
  name: 'KIT meeting',
  missing: ['Write which teams met', 'Write what each team said'],
  texts: {
    Teams: 'Children’s team, adult mental health',
    'Who was there': 'Amina Khan, Ruth Obi',
    'Updates from each team': 'Medication is settled; school is not',
    'Next meeting on': '21 12 2026',
  },
  words: ['21 December 2026', 'Share the plan'],
  more: (page) => addAction(page, 'Share the plan'),
};

export const midwayCheck: Entry = {
  title: 'Log a midway check',
  name: 'Midway check',
  missing: ['Write what was found', 'Write who checked'],
  texts: { 'What was found': 'Two of three actions are done', 'Who checked': 'Ruth Ali, IRO' },
};

/** From the child's own page to its finished text, signed. */
export async function recordEntry(
  page: Page,
  child: string,
  entry: Entry,
  sign = (on: Page) => signRecord(on, 'this record'),
): Promise<void> {
  await goTo(page, 'My list');
  await link(page, child).click();
  await link(page, entry.title).click();
  await expect(heading(page, entry.title)).toBeVisible();
  await expectMissing(page, 'Record', entry.missing);
  await openEveryDetails(page);
  await entry.more?.(page);
  await fillAll(page, entry.texts);
  await button(page, 'Record').click();
  await expect(heading(page, `${entry.name} recorded`)).toBeVisible();
  await link(page, child).first().click();
  await expectInField(box(page, 'Text for LCS'), [
    ...Object.values(entry.texts).filter((text) => !/^\d+ \d+ \d+$/.test(text)),
    ...(entry.words ?? []),
  ]);
  await sign(page);
}
