import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { Preparation } from '#domain/records/preparation.ts';
import { BeforeSession } from '#domain/records/response.ts';
import type { StaffNote } from '#domain/records/staff-note.ts';
import { findSession, noteOf } from '#storage/session/session-reads.ts';
import { endSession, startSession } from '#storage/session/sessions.ts';
import { changeStaff, findStaff, settingsOf } from '#storage/settings.ts';
import { finaliseNote, missingForNotes } from '#storage/staff-file/staff-notes.ts';
import { useAll, WorkspaceContext } from '#storage/use-workspace.ts';
import type { Workspace } from '#storage/workspace.ts';
import { created, updated } from '#storage/writes.ts';
import { aWorkspace, givePriya, type TestPorts, testPorts } from '../../../test/workspaces.ts';
import { NotesPane } from './notes-pane.tsx';

const there = { practitionerPresent: true, supervisorPresent: true, othersPresent: '' };

/** As the session screen shows it: drawn again when the notes or the session change. */
function Pane({ workspace, id }: { readonly workspace: Workspace; readonly id: string }) {
  useAll('notes');
  useAll('sessions');
  const session = findSession(workspace, id)?.body;
  return session ? <NotesPane session={session} record={noteOf(workspace, id)} /> : null;
}

/** As one change: each key would draw the page again. */
async function paste(user: UserEvent, field: HTMLElement, text: string) {
  await user.click(field);
  await user.paste(text);
}

async function begun(profileId = 'islington-001', on = '2026-11-20T10:00:00.000Z') {
  const workspace = await aWorkspace(testPorts(on), profileId);
  const priya = await givePriya(workspace, [{ reference: 'C1' }, { reference: 'C2' }]);
  const id = await startSession(workspace, priya);
  return { workspace, priya, id };
}

async function show({ workspace, id }: { readonly workspace: Workspace; readonly id: string }) {
  const shown = render(
    <WorkspaceContext value={workspace}>
      <Pane workspace={workspace} id={id} />
    </WorkspaceContext>,
  );
  if (noteOf(workspace, id)?.body.finalisedAt === '') await screen.findByLabelText('Notes');
  return { ...shown, user: userEvent.setup() };
}

const stored = async (workspace: Workspace, id: string) => {
  await workspace.queue.flush();
  return noteOf(workspace, id)?.body;
};

const section = (name: string) => {
  const found = screen.getByRole('heading', { level: 2, name }).closest('section');
  if (!found) throw new Error(`no section ${name}`);
  return within(found);
};

describe('the notes pane', () => {
  it('says for each section where it goes', async () => {
    await show(await begun());
    const sections = screen.getAllByRole('heading', { level: 2 });
    expect(sections.map(({ textContent }) => textContent)).toEqual([
      'This session',
      'Agenda',
      'Absences since last time',
      'What was discussed',
      'More',
      'Actions agreed',
      'Any other business',
      'Next meeting',
    ]);
    for (const heading of sections) {
      expect(heading.closest('section')).toHaveTextContent('Stays on the supervision file');
    }
    expect(screen.getByText('SAMPLE: 0 of 2 discussed')).toBeVisible();
  });

  it('[SUPV4] whoever has the cases alone is asked for nothing personal, and sees what is written of it', async () => {
    const made = await begun('swindon-000');
    const { workspace, priya, id } = made;
    const staff = findStaff(workspace, priya);
    if (!staff) throw new Error('not on the list');
    const who = { id: 'own', supervisorRef: settingsOf(workspace).me, from: '', to: '' };
    const kim = { ...who, id: 'kim', supervisorRef: 'kim' };
    const part = { coverFor: '', seesNotes: false, fileId: '', acceptedAt: '' };
    await workspace.change(() => [
      updated(staff, {
        ...staff.body,
        stage: 'manager',
        supervisedBy: [
          { ...who, ...part, kind: 'case' },
          { ...kim, ...part, kind: 'personal' },
        ],
      }),
    ]);
    const personal = [
      'Absences since last time',
      'What was discussed',
      'Case supervision in the team',
    ];
    const shown = () =>
      personal.filter((name) => screen.queryByRole('heading', { level: 2, name }) !== null);
    const { unmount } = await show(made);
    expect(shown()).toEqual([]);
    expect(screen.getByText(/^Personal supervision of Priya Shah is with /)).toBeVisible();
    expect(screen.getByRole('heading', { level: 2, name: 'Actions agreed' })).toBeVisible();
    await endSession(workspace, id, there);
    const paths = missingForNotes(workspace, id).map(({ path }) => path);
    expect(paths).not.toContain('caseSupervisionCheck');
    expect(paths).not.toContain('noAbsences');
    unmount();

    const note = noteOf(workspace, id);
    if (!note) throw new Error('no notes');
    const support = { text: 'Tired.', notCovered: '' };
    await workspace.change(() => [updated(note, { ...note.body, support })]);
    const { user, unmount: close } = await show(made);
    expect(shown()).toEqual(['What was discussed']);
    await user.clear(screen.getByLabelText('Support'));
    expect(screen.getByLabelText('Support')).toHaveValue('');
    close();
    const rest = { noAbsences: true, caseSupervisionNote: 'Dates seen' };
    const now = noteOf(workspace, id);
    await workspace.queue.flush();
    if (now)
      await workspace.change((set) => {
        const held = set.find('notes', now.id);
        return held ? [updated(held, { ...held.body, ...rest })] : [];
      });
    await show(made);
    expect(shown()).toEqual(['Absences since last time', 'Case supervision in the team']);
  });

  it('keeps each field as it was typed', async () => {
    const made = await begun();
    const { user } = await show(made);
    await user.selectOptions(screen.getByLabelText('Type of supervision'), 'personal');
    await user.click(screen.getByLabelText('By video'));
    await paste(user, screen.getByLabelText('Where'), ' at home ');
    await paste(user, screen.getByLabelText('Managerial'), 'Caseload');
    await user.click(screen.getByLabelText(/^Discussed; detail not recorded/));
    await paste(user, screen.getByLabelText('Why it was not covered: Relationships'), 'No time');
    await user.click(screen.getByRole('button', { name: 'Add an absence' }));
    await user.selectOptions(screen.getByLabelText('Absence 1: kind'), 'training');
    await paste(user, screen.getByLabelText('First day away'), '2 nov');
    await paste(user, screen.getByLabelText('Detail'), 'Court skills');
    await user.click(screen.getByRole('button', { name: 'Add an action' }));
    await paste(user, screen.getByLabelText('Action 1: what'), 'Book');
    await paste(user, screen.getByLabelText('Who'), 'Sam');
    await paste(user, screen.getByLabelText('By when'), '2 weeks');
    await paste(user, screen.getByLabelText('Notes'), 'Party');
    await paste(user, screen.getByLabelText('Date of the next meeting'), '18 dec');
    expect(await stored(made.workspace, made.id)).toMatchObject({
      sessionType: 'personal',
      mode: 'video',
      location: ' at home ',
      managerial: { text: 'Caseload' },
      relationships: { text: '', notCovered: 'No time' },
      supportDetailWithheld: true,
      absences: [
        {
          kind: 'training',
          from: '2 nov',
          fromDate: '2026-11-02',
          to: '',
          toDate: '',
          detail: 'Court skills',
        },
      ],
      actions: [{ what: 'Book', owner: 'Sam', byWhen: '2 weeks' }],
      text: 'Party',
      nextMeetingOn: '18 dec',
    });
    expect(section('Absences since last time').getByText('Monday 2 November 2026')).toBeVisible();
    expect(screen.getByText('Friday 4 December 2026')).toBeVisible();
  }, 20_000);

  it('[GAP6] days away are counted from the meeting, however late they are typed', async () => {
    const made = await begun();
    await endSession(made.workspace, made.id, there);
    (made.workspace.ports as TestPorts).goTo('2026-12-02T10:00:00Z'); // made by testPorts
    const { user } = await show(made);
    await user.click(screen.getByRole('button', { name: 'Add an absence' }));
    await paste(user, screen.getByLabelText('Last day away'), 'thursday');
    expect(screen.getByText('Kept as written; no date was read from it')).toBeVisible();
    await paste(user, screen.getByLabelText('First day away'), 'tuesday');
    expect(screen.getByText('Tuesday 17 November 2026')).toBeVisible();
    expect(screen.getByText('Thursday 19 November 2026')).toBeVisible();
    expect((await stored(made.workspace, made.id))?.absences).toMatchObject([
      { fromDate: '2026-11-17', toDate: '2026-11-19' },
    ]);
  });

  it('shows the day supervision is due by, and warns of a later one without refusing it', async () => {
    const made = await begun();
    const { user } = await show(made);
    const next = screen.getByLabelText('Date of the next meeting');
    expect(next).toHaveAccessibleDescription(
      /Supervision is next due by 31 December 2026: .*every calendar month \(Islington 2016, 001:86\)/,
    );
    await paste(user, next, '31 12 2026');
    expect(screen.queryByText(/when supervision is due/)).not.toBeInTheDocument();
    await user.clear(next);
    await paste(user, next, '1 1 2027');
    expect(
      screen.getByText(/That is after 31 December 2026, when supervision is due/),
    ).toBeVisible();
    expect(await stored(made.workspace, made.id)).toMatchObject({ nextMeetingOn: '1 1 2027' });
  });

  it('in the words of the three Ps where the policy speaks of them', async () => {
    await show(await begun('bracknell-003'));
    expect(screen.getByLabelText('Personal support')).toBeVisible();
    expect(screen.queryByText(/nothing written in the last/)).not.toBeInTheDocument();
  });

  it('finalised, it is text to read: a record’s, or that of notes from before', async () => {
    const made = await begun();
    const { workspace, id } = made;
    const record = noteOf(workspace, id);
    if (!record) throw new Error('no notes');
    await workspace.change(() => [updated(record, { ...record.body, text: 'Tired.' })]);
    await endSession(workspace, id, there);
    await finaliseNote(workspace, id);
    const { unmount } = await show(made);
    const text = () => (screen.getByLabelText('Notes, finalised') as HTMLTextAreaElement).value; // a text area
    expect(text()).toMatch(/^Supervision record\nPractitioner: Priya Shah\n[\s\S]*Tired\./);
    unmount();
    await workspace.change((set) => {
      const held = set.find('notes', record.id);
      const older = { ...held?.body, file: undefined } as StaffNote; // a record has its file
      return held ? [updated(held, older)] : [];
    });
    await show(made);
    expect(text()).toBe('Tired.');
  });
});

describe('what A2 has beside the aspects', () => {
  it('stands under More, closed until something of it is written', async () => {
    const made = await begun('bracknell-003');
    const { user, unmount } = await show(made);
    const more = () =>
      screen.getByText('Learning, appraisal, feedback and diversity').closest('details');
    expect(more()).not.toHaveAttribute('open');
    await user.click(screen.getByLabelText(/^4\.2 /));
    await user.click(screen.getByLabelText(/^4\.8 /));
    await user.selectOptions(screen.getByLabelText('Is the learning logged as CPD?'), 'no');
    await paste(user, screen.getByLabelText('Good practice to celebrate or share'), ' A visit ');
    await paste(user, screen.getByLabelText('Delivery plans discussed'), 'The group plan');
    expect(await stored(made.workspace, made.id)).toMatchObject({
      sweTags: ['4.2', '4.8'],
      cpdLogged: 'no',
      goodPractice: ' A visit ',
      deliveryPlans: 'The group plan',
    });
    unmount();
    await show(made);
    expect(more()).toHaveAttribute('open');
  });

  it('asks for delivery plans only where the policy’s form does', async () => {
    await show(await begun());
    expect(screen.queryByLabelText('Delivery plans discussed')).toBeNull();
    expect(screen.getByLabelText('Progress against appraisal goals')).toBeInTheDocument();
  });

  it('says from when they met, and puts her words into the agenda only when asked to', async () => {
    const { workspace, priya } = await begun();
    const own = { superviseeRef: priya, supervisorRef: 'me', createdBy: priya };
    const at = { createdAt: workspace.now, sharedAt: workspace.now };
    await workspace.change(() => [
      created('preparations', 'p9', Preparation.parse({ ...own, ...at, id: 'p9', wants: 'Court' })),
    ]);
    const id = await startSession(workspace, priya);
    const { user } = await show({ workspace, id });
    expect(section('This session').getByText('Met from 10:00am.')).toBeVisible();
    expect((await stored(workspace, id))?.agendaPractitioner).toBe('');
    await paste(user, screen.getByLabelText('What the practitioner brought'), 'Leave');
    await user.click(screen.getByRole('button', { name: 'Use Priya Shah’s words' }));
    expect((await stored(workspace, id))?.agendaPractitioner).toBe('Leave\n\nCourt');
    expect(screen.queryByRole('button', { name: /Use Priya/ })).toBeNull();
  });
});

describe('what the practitioner wrote', () => {
  async function shared(sharedAt: string) {
    const workspace = await aWorkspace();
    const priya = await givePriya(workspace, [{ reference: 'C1', name: 'Grace H' }]);
    const own = { superviseeRef: priya, supervisorRef: 'me', createdBy: priya, sharedAt };
    const at = { createdAt: workspace.now };
    const preparation = Preparation.parse({ ...own, ...at, id: 'p1', wants: 'To talk of court' });
    const response = BeforeSession.parse({
      ...own,
      ...at,
      id: 'r1',
      kind: 'beforeSession',
      preparationId: 'p1',
      absences: [{ id: 'x', kind: 'sickness', from: '2 nov', to: '6 nov', detail: 'Flu' }],
      wellbeing: 'I sleep badly',
      impact: [{ id: 'C1', childRef: 'C1', strong: true, text: 'I dread it' }],
    });
    await workspace.change(() => [
      created('preparations', 'p1', preparation),
      created('responses', 'r1', response),
    ]);
    return { workspace, id: await startSession(workspace, priya) };
  }

  it('stands beside the notes, and nobody can write in it here', async () => {
    const made = await shared('2026-11-19T10:00:00.000Z');
    await show(made);
    const wanted = screen.getByRole('heading', {
      name: 'Wanted from supervision, as Priya Shah wrote',
    });
    expect(wanted.parentElement).toHaveTextContent('Working notes: on no child’s record');
    expect(screen.getByText('To talk of court')).toBeVisible();
    expect(screen.getByText('Sickness: 2 nov to 6 nov: Flu')).toBeVisible();
    expect(screen.getByText('I sleep badly')).toBeVisible();
    expect(screen.getByText('Grace H, strong: I dread it')).toBeVisible();
    const boxes = screen.getAllByRole('textbox') as HTMLTextAreaElement[]; // inputs or text areas
    expect(boxes.map(({ value }) => value).join('')).toBe('');
  });

  it('is hers alone until she shares it', async () => {
    await show(await shared(''));
    expect(
      screen.queryByText(/To talk of court|Sickness: 2 nov|I sleep badly|I dread it/),
    ).toBeNull();
  });
});

describe('a gap in supervision', () => {
  async function afterLeave() {
    const made = await begun('islington-001', '2026-10-14T09:00:00.000Z');
    const { workspace, priya, id } = made;
    await endSession(workspace, id, there);
    (workspace.ports as TestPorts).goTo('2026-12-07T10:00:00Z'); // made by testPorts
    return { workspace, id: await startSession(workspace, priya) };
  }

  it('is asked about where a due date was missed; who covered goes on children’s records', async () => {
    const made = await afterLeave();
    const { user } = await show(made);
    const gap = () => section('Gap in supervision');
    expect(gap().getByText(/due in November 2026 was not held/)).toBeVisible();
    expect(gap().queryByText('Goes on each open child’s record')).not.toBeInTheDocument();
    expect(gap().queryByLabelText(/passing cases on/)).not.toBeInTheDocument();

    // Told in the session, the leave explains the month, and the policy asks for more.
    await user.click(screen.getByRole('button', { name: 'Add an absence' }));
    await paste(user, screen.getByLabelText('First day away'), '2 11 2026');
    await paste(user, screen.getByLabelText('Last day away'), '4 12 2026');
    await made.workspace.queue.flush();
    await waitFor(() => expect(gap().getByText('Goes on each open child’s record')).toBeVisible());
    expect(gap().getByLabelText(/passing cases on/)).toBeVisible();
    const cover = gap().getByLabelText('Who covered');
    expect(cover).toHaveAccessibleDescription(/Never what kind of absence it was/);
    await paste(user, cover, 'Dana Cole');
    expect(
      gap().getByText(
        'No formal supervision in November 2026 because of practitioner absence. Cover: Dana Cole',
      ),
    ).toBeVisible();
    expect(await stored(made.workspace, made.id)).toMatchObject({ gapCover: 'Dana Cole' });
  });
});

describe('what a stage is asked', () => {
  async function withStage(stage: 'manager' | 'nonCaseHolding', profileId?: string) {
    const made = await begun(profileId);
    await changeStaff(made.workspace, made.priya, { stage });
    const { user } = await show(made);
    return { ...made, user };
  }

  it('a manager whether case supervision is happening in the team', async () => {
    const made = await withStage('manager');
    const team = section('Case supervision in the team');
    expect(team.getByText('Stays on the supervision file')).toBeVisible();
    await made.user.click(team.getByLabelText('No'));
    await paste(made.user, team.getByLabelText('How that is known'), ' Two of five ');
    expect(await stored(made.workspace, made.id)).toMatchObject({
      caseSupervisionCheck: 'no',
      caseSupervisionNote: ' Two of five ',
    });
    expect(screen.queryByRole('heading', { name: 'Threshold decisions' })).toBeNull();
  });

  it('somebody without cases about thresholds, where the policy’s agenda is of those', async () => {
    const made = await withStage('nonCaseHolding');
    const field = () => screen.getByLabelText('Decisions on thresholds in cases');
    await paste(made.user, field(), 'Three stepped down');
    expect(await stored(made.workspace, made.id)).toMatchObject({
      thresholdDecisions: 'Three stepped down',
    });
    // Not asked any more, and taken out again: it does not go from under whoever does that.
    await changeStaff(made.workspace, made.priya, { stage: 'default' });
    await made.user.clear(field());
    expect(await stored(made.workspace, made.id)).toMatchObject({ thresholdDecisions: '' });
    expect(field()).toHaveFocus();
    expect(screen.queryByRole('heading', { name: 'Case supervision in the team' })).toBeNull();
  });

  it('elsewhere there is no such part', async () => {
    await withStage('nonCaseHolding', 'swindon-000');
    expect(screen.queryByLabelText('Decisions on thresholds in cases')).toBeNull();
  });
});
