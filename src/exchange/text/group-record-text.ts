import { formatDate, parseCalendarDate } from '#domain/dates/calendar-date.ts';
import type { ChildRecord, OfGroup } from '#domain/records/child-record.ts';

/** What the record of a group says beside what any discussion says; nothing for any other (R-30, R-31). */
export function groupBlocks({ group, context }: ChildRecord): readonly string[] {
  if (!group) return [];
  return [
    meeting(group, context === 'familySafeguardingGroup'),
    concern(group),
    trio(group),
    ...group.summaries.map(summary),
    ...views(group),
    ideas(group),
    nextGroup(group),
  ].filter((block) => block !== '');
}

/** GROUP17 (003:120): in so many words, before anything else. */
function meeting(group: OfGroup, isFamilySafeguarding: boolean): string {
  const { facilitator, participants, presenter, question, confidentiality } = group;
  return [
    isFamilySafeguarding
      ? 'This was group supervision of a Family Safeguarding team.'
      : 'This was group supervision.',
    `Facilitator: ${facilitator}`,
    `Present: ${participants.map(personWords).join('; ')}`,
    `Presented by: ${presenter}`,
    `The presenter’s question: ${question}`,
    confidentiality.trim() === ''
      ? 'The boundaries of confidentiality were agreed.'
      : `The boundaries of confidentiality were agreed: ${confidentiality}`,
  ].join('\n');
}

const personWords = ({ name, role, agency }: OfGroup['participants'][number]): string =>
  [name, role, agency].filter((text) => text.trim() !== '').join(', ');

function concern({ immediateConcern, concern: what, namedIndividual }: OfGroup): string {
  if (immediateConcern === 'no') return 'Immediate safeguarding concern: none.';
  return [
    `Immediate safeguarding concern${what.trim() === '' ? '' : `\n${what}`}`,
    `Taken forward by: ${namedIndividual}`,
  ].join('\n');
}

const vulnerabilities = [
  ['domesticAbuse', 'Domestic abuse'],
  ['substanceMisuse', 'Parental substance misuse'],
  ['mentalHealth', 'Parental mental health'],
] as const;

const trioWords: Readonly<Record<string, string>> = {
  present: 'present',
  past: 'in the past',
  no: 'no',
  unknown: 'not known',
};

function trio(group: OfGroup): string {
  const lines = vulnerabilities.flatMap(([key, label]) => {
    const state = group.trio[key];
    return state === undefined ? [] : [`${label}: ${trioWords[state] ?? state}`];
  });
  return lines.length === 0 ? '' : ['Three vulnerabilities', ...lines].join('\n');
}

function summary({ role, author, period, summary: text, progress }: OfGroup['summaries'][number]) {
  const heading = ['Summary', role, author, period].filter((part) => part.trim() !== '').join(', ');
  const lines = [text, progress.trim() === '' ? '' : `Progress: ${progress}`];
  return [heading, ...lines.filter((line) => line.trim() !== '')].join('\n');
}

function views({ views: all, groupThink }: OfGroup): readonly string[] {
  const lines = all.map(
    ({ whose, text, dissents }) =>
      `- ${whose || 'Not said whose'}${dissents ? ' (sees it differently)' : ''}: ${text}`,
  );
  return [
    lines.length === 0 ? '' : ['Views', ...lines].join('\n'),
    groupThink.trim() === '' ? '' : `Did we think too much alike?\n${groupThink}`,
  ];
}

/** GROUP16: who decides was not there, so nothing was decided. */
function ideas({ managerPresent, ideas: put }: OfGroup): string {
  if (managerPresent !== 'no') return '';
  const lines = put.map(({ text, rationale }) =>
    rationale.trim() === '' ? `- ${text}` : `- ${text}\n  Reasons: ${rationale}`,
  );
  return [
    'The accountable manager was not there: these are ideas and not decisions.',
    ...(lines.length === 0 ? ['None.'] : lines),
  ].join('\n');
}

function nextGroup({ nextGroupOn }: OfGroup): string {
  if (nextGroupOn.trim() === '') return '';
  const on = parseCalendarDate(nextGroupOn);
  return `Next group: ${on ? formatDate(on) : nextGroupOn}`;
}
