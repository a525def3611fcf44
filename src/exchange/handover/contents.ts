import { actionState } from '#domain/actions/child-actions.ts';
import type { CollectionName } from '#domain/collections.ts';
import { countOf } from '#domain/count-words.ts';
import { formatDate, parseCalendarDate } from '#domain/dates/calendar-date.ts';
import type { Stored } from '#domain/records/schemas.ts';
import { readBody } from '#storage/read-body.ts';
import type { HandedCollection, Handover } from './handover-body.ts';

/** What is in a file, in words, from the file itself: the same for who makes it and who opens it. */
export function contentsOf(handover: Handover): readonly string[] {
  const lines = linesOf(handover);
  return lines.length > 0 ? lines : ['Nothing shared yet'];
}

function linesOf(handover: Handover): readonly string[] {
  switch (handover.kind) {
    case 'forPractitioner':
      return forPractitioner(handover);
    case 'forSupervisor':
      return shared(handover);
    case 'handOver':
    case 'cover':
      return [...purpose(handover), ...forPractitioner(handover)];
    case 'coverBack':
      return [...purpose(handover), ...forPractitioner({ ...handover, reference: [] })];
  }
}

/** HAND16, HAND22: what the file is for comes first. */
function purpose({ kind, about, from, to, coverFrom, coverTo }: Handover): readonly string[] {
  const who = about.map(({ name, kind: part }) =>
    part === 'both' ? `the supervision of ${name}` : `the ${part} supervision of ${name}`,
  );
  if (kind === 'handOver') return who.map((each) => `Hands ${each} over to ${to.name}`);
  const days = [coverFrom, coverTo].map((text) => parseCalendarDate(text));
  const [first, last] = days.map((day) => (day ? formatDate(day) : ''));
  return kind === 'cover'
    ? who.map((each) => `${to.name} covers ${each} for ${from.name}, from ${first} to ${last}`)
    : who.map((each) => `What ${from.name} did while covering ${each}`);
}

function forPractitioner(handover: Handover): readonly string[] {
  const rows = rowsIn(handover);
  const events = rows('childActionEvents');
  const open = rows('childActions').filter((each) => actionState(each, events).status === 'open');
  const records = rows('childRecords').length;
  const waiting = handover.awaiting.length;
  const sessions = rows('sessions');
  const planned = sessions.filter(({ status }) => status === 'planned');
  const next = planned
    .map(({ plannedFor }) => parseCalendarDate(plannedFor))
    .filter((date) => date !== undefined)
    .toSorted()
    .at(0);
  const returned = rows('preparations').length + rows('responses').length;
  return [
    ...counted(openChildrenIn(handover), 'open child', 'open children'),
    ...counted(waiting, 'record waiting for agreement', 'records waiting for agreement'),
    ...counted(records - waiting, 'other finished record', 'other finished records'),
    ...counted(open.length, 'open action', 'open actions'),
    ...(next ? [`Next supervision on ${formatDate(next)}`] : []),
    ...counted(
      sessions.filter(({ status }) => status !== 'planned' && status !== 'cancelled').length,
      'session held',
      'sessions held',
    ),
    ...counted(rows('notes').length, 'set of supervision notes', 'sets of supervision notes'),
    ...counted(rows('agreements').length, 'supervision agreement', 'supervision agreements'),
    ...counted(rows('staffActions').length, 'action from supervision', 'actions from supervision'),
    ...counted(
      returned,
      'preparation or answer sent before',
      'preparations and answers sent before',
    ),
    ...counted(rows('absences').length, 'absence', 'absences'),
    ...counted(rows('observations').length, 'observation', 'observations'),
    ...counted(rows('cancellations').length, 'cancellation', 'cancellations'),
    ...counted(rows('monitoring').length, 'monitoring form', 'monitoring forms'),
    ...counted(
      rows('staffAmendments').length,
      'correction on the supervision file',
      'corrections on the supervision file',
    ),
    ...counted(rows('handoverNotes').length, 'handover note', 'handover notes'),
    ...counted(
      new Set(rows('staffMarks').map(({ recordId }) => recordId)).size,
      'record with its day on the council’s supervision file',
      'records with their days on the council’s supervision file',
    ),
    ...counted(
      rows('childBroughtIn').length + rows('staffBroughtIn').length,
      'record brought in from before',
      'records brought in from before',
    ),
    ...counted(
      rows('childStubs').length + rows('staffStubs').length,
      'removed record, of which the day is left',
      'removed records, of which the days are left',
    ),
  ];
}

function shared(handover: Handover): readonly string[] {
  const rows = rowsIn(handover);
  const responses = rows('responses');
  const ofKind = (kind: string) => responses.filter((each) => each.kind === kind).length;
  const answers = ofKind('record');
  const before = ofKind('beforeSession');
  return [
    ...counted(rows('preparations').length, 'preparation', 'preparations'),
    ...(before > 0 ? [`Personal items for ${countOf(before, 'session')}`] : []),
    ...counted(rows('childActionEvents').length, 'action update', 'action updates'),
    ...(answers > 0 ? [`Answers to the records of ${countOf(answers, 'session')}`] : []),
    ...counted(
      ofKind('extraSupervision'),
      'request for extra supervision',
      'requests for extra supervision',
    ),
    ...counted(rows('agreements').length, 'supervision agreement', 'supervision agreements'),
    ...(ofKind('agreement') > 0 ? ['The practitioner’s part of the agreement'] : []),
    ...counted(rows('entitlements').length, 'entitlement route', 'entitlement routes'),
    ...counted(rows('absences').length, 'absence', 'absences'),
  ];
}

const counted = (count: number, one: string, more: string): readonly string[] =>
  count === 0 ? [] : [`${count} ${count === 1 ? one : more}`];

function openChildrenIn({ reference }: Handover): number {
  const children = reference.filter(({ collection }) => collection === 'children');
  return children.filter(({ text, ref }) => readBody('children', text, ref).closedOn === '').length;
}

const rowsIn =
  ({ records }: Handover) =>
  <C extends HandedCollection & CollectionName>(collection: C): readonly Stored<C>[] =>
    records
      .filter((row) => row.collection === collection)
      .map(({ text, id }) => readBody(collection, text, id));

/** The note that comes with a supervisee: read before the file is taken in. */
export const noteIn = (handover: Handover): Stored<'handoverNotes'> | undefined =>
  handover.kind === 'handOver'
    ? rowsIn(handover)('handoverNotes')
        .toSorted((a, b) => (a.createdAt < b.createdAt ? -1 : 1))
        .at(-1)
    : undefined;
