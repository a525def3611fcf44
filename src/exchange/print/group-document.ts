import { countOf } from '#domain/count-words.ts';
import {
  dateInLondon,
  formatLongDate,
  formatTime,
  parseCalendarDate,
  parseInstant,
} from '#domain/dates/calendar-date.ts';
import { groupDate } from '#domain/group/group-events.ts';
import { membersPresent, type Participant, participantsOf } from '#domain/group/group-people.ts';
import type { GroupDiscussion, GroupSession } from '#domain/records/group.ts';
import { findChild } from '#storage/caseload/caseload-reads.ts';
import { discussionsIn } from '#storage/group/group-reads.ts';
import { findStaff, settingsOf, staffName } from '#storage/settings.ts';
import type { Workspace } from '#storage/workspace.ts';
import { bodies } from '#storage/writes.ts';
import type { PrintDocument } from './document.ts';
import { initialsOf, syntheticMarks } from './initials.ts';

/**
 * What the supervision file holds of a group: who was there, what was agreed of confidentiality, and which
 * families were on the table, by reference. What was said of a child is on that child's record and not here.
 * Undefined before the group has ended.
 */
export function groupDocument(
  workspace: Workspace,
  group: GroupSession,
): PrintDocument | undefined {
  if (group.status !== 'ended') return undefined;
  const facilitator = staffName(workspace, group.facilitatorRef);
  const staffOf = (ref: string) => findStaff(workspace, ref)?.body;
  const absent = group.members
    .filter((member) => !member.present && !membersPresent(group).includes(member))
    .map(({ staffRef, name, role, agency }) => ({
      ...{ role: role || (staffOf(staffRef)?.role ?? ''), agency },
      name: name || staffName(workspace, staffRef),
    }));
  const rows = discussionsIn(workspace, group.id).map(({ body }) =>
    familyRow(workspace, group, body),
  );
  const removed = bodies(workspace, 'childStubs').filter(
    ({ kind, sessionId }) => kind === 'groupRecord' && sessionId === group.id,
  ).length;
  return {
    title: group.familySafeguarding ? 'Family Safeguarding group' : 'Group supervision',
    file: 'staff',
    reference: initialsOf(facilitator),
    marks: syntheticMarks(settingsOf(workspace).synthetic),
    header: [
      ...(group.name.trim() === '' ? [] : [['Group', group.name] as const]),
      ['Facilitator', facilitator],
      ['Held on', heldWords(group)],
    ],
    sections: [
      { heading: 'Who was there', list: participantsOf(group, staffOf).map(personWords) },
      ...(absent.length === 0
        ? []
        : [{ heading: 'Could not be there', list: absent.map(personWords) }]),
      {
        heading: 'Confidentiality',
        paragraphs: [
          group.confidentialityAgreed
            ? 'Its boundaries were agreed.'
            : 'Nobody noted an agreement.',
          ...(group.confidentiality.trim() === '' ? [] : [group.confidentiality]),
        ],
      },
      {
        heading: 'Families on the table',
        paragraphs: rows.length + removed === 0 ? ['None.'] : removedWords(removed),
        ...(rows.length === 0
          ? {}
          : { table: { columns: ['Children', 'Outcome', 'Records'], rows } }),
      },
    ],
    signatures: [
      'What was said of each child is on that child’s record, finalised and signed there.',
      'This page lists what is held of the group today. It is not finalised or signed.',
    ],
  };
}

/** KEEP6: that there were more, and not whose. */
const removedWords = (removed: number): readonly string[] =>
  removed === 0
    ? []
    : [`${countOf(removed, 'record')} of this group past the period went from this device.`];

const personWords = ({ name, role, agency }: Participant): string =>
  [name, role, agency].filter((text) => text.trim() !== '').join(', ');

function heldWords(group: GroupSession): string {
  const on = groupDate(group) ?? parseCalendarDate(group.plannedFor);
  const times = group.sittings.flatMap(({ startedAt, endedAt }) => {
    const [from, to] = [parseInstant(startedAt), parseInstant(endedAt)];
    if (!from) return [];
    const day = dateInLondon(from) === on ? '' : `${formatLongDate(dateInLondon(from))}, `;
    return `${day}${formatTime(from)}${to ? ` to ${formatTime(to)}` : ''}`;
  });
  return [on ? formatLongDate(on) : '', times.join('; ')].filter(Boolean).join(', ');
}

function familyRow(
  workspace: Workspace,
  { notReached }: GroupSession,
  { familyKey, discussed, children }: GroupDiscussion,
): readonly string[] {
  const references = children.map(
    ({ childRef }) => findChild(workspace, childRef)?.body.reference || 'reference not known yet',
  );
  const reason = notReached.find((each) => each.familyKey === familyKey)?.reason ?? '';
  const made = children.filter(({ childRecordId }) => childRecordId !== '').length;
  return [
    references.join(', '),
    discussed ? 'Discussed' : ['Not reached', reason].filter((text) => text !== '').join(': '),
    discussed ? `${made} of ${children.length} finalised` : 'None',
  ];
}
