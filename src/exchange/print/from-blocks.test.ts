import { expect, it } from 'vitest';
import { documentText } from './document.ts';
import { documentOfBlocks } from './from-blocks.ts';

const blocks = [
  'SYNTHETIC: example data, not a real child\nSupervision\nLate entry\nName: Grace H\nReference: C:1: 2',
  'A gap in one sentence.',
  'Brief note\nSettled.\n\nDecisions\nAs she typed them.',
  'Actions agreed\n- Visit. Who: Jo\nBy: friday\n- Ring',
  'Finalised at 10am by Jo.\nSigned by Jo Field',
];
const made = documentOfBlocks({ blocks, title: 'Supervision', file: 'child', reference: 'C1' });

it('the head becomes marks and facts, and the last block the signatures', () => {
  expect(made.marks).toEqual(['SYNTHETIC: example data, not a real child', 'Late entry']);
  expect(made.header).toEqual([
    ['Name', 'Grace H'],
    ['Reference', 'C:1: 2'],
  ]);
  expect(made.signatures).toEqual(['Finalised at 10am by Jo.', 'Signed by Jo Field']);
});

it('typed text stays in its part: a line that looks like a heading makes none', () => {
  expect(made.sections).toEqual([
    { heading: '', paragraphs: ['A gap in one sentence.'] },
    { heading: 'Brief note', paragraphs: ['Settled.\n\nDecisions\nAs she typed them.'] },
    { heading: 'Actions agreed', list: ['Visit. Who: Jo\nBy: friday', 'Ring'] },
  ]);
});

it('no word is lost or added', () => {
  const words = (text: string) => text.split(/\s+/).toSorted().join(' ');
  expect(words(documentText(made))).toBe(words(blocks.join('\n\n')));
});

it('one line alone is a title where it says no more than what follows', () => {
  const lone = ['PART B: for the supervisor', '3. Issues: training, wellbeing', 'Agenda Items'];
  const said = ['Immediate concern: none.', 'Next group: 12 December 2026', 'It was used.'];
  const blocks = ['Notes', ...lone, ...said, 'Finalised.'];
  const { sections } = documentOfBlocks({ blocks, title: 'notes', file: 'staff', reference: '' });
  expect(sections.map(({ heading }) => heading)).toEqual([...lone, '', '', '']);
  expect(sections.slice(3).flatMap(({ paragraphs }) => paragraphs)).toEqual(said);
});

it('what belongs to a part of a form stands a level below it, and a correction by itself', () => {
  const parts = [
    'PART A for the worker\nWritten by Amina.',
    'Family name\nHale',
    'PART B: discussion',
  ];
  const after = ['Decisions\nNone.', 'Amended at 9:00am by Jo. Reason: day\nFriday.'];
  const blocks = ['Record', 'Before\nx', ...parts, ...after, 'Finalised.'];
  const { sections } = documentOfBlocks({ blocks, title: 'x', file: 'child', reference: '' });
  expect(sections.map(({ level = 2 }) => level)).toEqual([2, 2, 3, 2, 3, 2]);
});
