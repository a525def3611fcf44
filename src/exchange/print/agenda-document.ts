import { sessionLength } from '#domain/agenda/agenda-length.ts';
import { childLabel } from '#domain/caseload/child-label.ts';
import { ageText } from '#domain/caseload/subject.ts';
import { formatDate, formatLongDate, parseCalendarDate } from '#domain/dates/calendar-date.ts';
import type { CaseFacts } from '#domain/flags/case-facts.ts';
import { cohortOptions } from '#domain/policies/policy-profile.ts';
import { onTrackChoices } from '#domain/records/discussion-fields.ts';
import type { Session } from '#domain/records/session.ts';
import { type AgendaRow, agendaNow, agendaRows } from '#storage/agenda/agenda.ts';
import { caseFactsOf } from '#storage/agenda/case-facts.ts';
import { openActionsIn } from '#storage/agenda/case-facts-common.ts';
import { viewOfSession } from '#storage/agenda/case-facts-view.ts';
import { profileOf, settingsOf, staffName } from '#storage/settings.ts';
import type { Workspace } from '#storage/workspace.ts';
import { todayIn } from '#storage/writes.ts';
import { emptyFields, labelsOf, toTick, toWrite } from './blank-lines.ts';
import { BOX, type PrintDocument, type PrintSection } from './document.ts';
import { initialsOf } from './initials.ts';

/** How much is written by hand: a sentence of one child, a page’s third of another. */
const linesFor = { '': 4, brief: 3, inDepth: 12 } as const;

const depthLabels = { '': 'Not chosen yet', brief: 'Brief check-in', inDepth: 'In depth' } as const;

/**
 * The agenda with room to write under each child. Why a depth was chosen, what the practitioner asks and
 * what anybody wants to talk about stay on the screen: a paper beside children’s names is no place for them.
 */
export function agendaDocument(workspace: Workspace, session: Session): PrintDocument {
  const agenda = agendaNow(workspace, session);
  const practitioner = staffName(workspace, session.superviseeRef);
  const planned = parseCalendarDate(session.plannedFor);
  const { minutes } = sessionLength(session.minutes, profileOf(workspace));
  const cases = agendaRows(workspace, agenda, undefined);
  return {
    title: 'Agenda for supervision',
    file: 'working',
    reference: initialsOf(practitioner),
    marks: [
      'Working notes, on no file',
      ...(settingsOf(workspace).synthetic ? ['SYNTHETIC: example data, not real children'] : []),
    ],
    header: [
      ['Practitioner', practitioner],
      ['Supervisor', staffName(workspace, session.supervisorRef)],
      ['Planned for', planned ? formatLongDate(planned) : 'No day planned'],
      ['Length', `${minutes} minutes`],
      ['Open cases', String(cases.length)],
    ],
    sections: [
      { heading: '', paragraphs: aboutThisPaper },
      { heading: 'Held on', fields: emptyFields(['Day, start and end']) },
      { heading: 'First', paragraphs: ['Actions from last time; wellbeing and workload.'] },
      ...cases.map(caseOf(workspace, session)),
      { heading: 'Last', paragraphs: ['Development; date of the next session.'], lines: 2 },
    ],
    signatures: [],
  };
}

/** Before anything is written on it. */
const aboutThisPaper = [
  'Personal supervision is written on a sheet of its own, and not here.',
  'Type it up in Footprint under the day it was held on. A record finalised after its last day says “Late entry”.',
  'Destroy this paper once it is typed up, as your council asks.',
];

/** What is known of each child, and then empty lines. */
function caseOf(workspace: Workspace, session: Session) {
  const { view } = viewOfSession(workspace, session);
  const openActions = openActionsIn(view);
  const facts = new Map(
    caseFactsOf(workspace, session).map((each) => [each.child.ref, each.facts]),
  );
  const today = todayIn(workspace);
  const statuses = cohortOptions(profileOf(workspace));
  return ({ item, position, child }: AgendaRow): PrintSection => {
    const status = statuses.find(({ code }) => code === child.status)?.label ?? child.status;
    const who = capitalised([ageText(child, today, formatDate), status].filter(Boolean).join(', '));
    const actions = openActions(child.ref).map(({ action: { what, owner, dueOn, byWhen } }) => {
      const due = parseCalendarDate(dueOn);
      const by = due ? formatDate(due) : byWhen || 'no date';
      return `${what}. ${owner}, by ${by}\n${after.map((each) => `${BOX} ${each}`).join('   ')}`;
    });
    const asked: readonly PrintSection[] = [
      ...(actions.length === 0
        ? []
        : [{ heading: 'Actions from last time', level: 3 as const, list: actions }]),
      { ...toTick('Plan on track', labelsOf(onTrackChoices)), lines: linesFor[item.depth] },
      toWrite('New actions: what, who, by when', '', 2),
    ];
    const known = [
      who,
      ...dueSentences(facts.get(child.ref)),
      `Depth: ${depthLabels[item.depth].toLowerCase()}`,
    ];
    return {
      heading: `${position}. ${childLabel(child)}`,
      paragraphs: [`${known.filter((words) => words !== '').join('. ')}.`],
      parts: asked,
    };
  };
}

/** What becomes of an action. */
const after = ['done', 'carried forward', 'no longer needed'];

/** The rule that a date follows from is on the screen. */
function dueSentences(facts: CaseFacts | undefined): readonly string[] {
  const last = facts?.lastDiscussedOn;
  const due = facts?.discussionDue;
  return [
    last ? `Last discussed ${formatDate(last)}` : 'Last discussed: no date held',
    ...(due?.outcome === 'due' ? [`Discussion due ${formatDate(due.dueOn)}`] : []),
  ];
}

/** “unborn” opens a line here. */
const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
