import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { changeWhoSupervises } from '#exchange/handover/supervision-kind.ts';
import { AgreementNotice } from '#exchange/parts/agreement-notice.tsx';
import { agreementState } from '#storage/agreement/agreement-reads.ts';
import { signAsSupervisor } from '#storage/agreement/sign-agreement.ts';
import { findStaff, settingsOf } from '#storage/settings.ts';
import { WorkspaceContext } from '#storage/use-workspace.ts';
import type { Workspace } from '#storage/workspace.ts';
import { todayIn, updated } from '#storage/writes.ts';
import {
  begunAgreement,
  carry,
  currentId,
  everythingFilled,
  priyasDevice,
  signedAgreement,
  writeAgreement,
} from '../../../test/agreement-workspaces.ts';
import { aWorkspace, givePriya, testPorts } from '../../../test/workspaces.ts';
import { AgreementScreen } from './agreement-screen.tsx';

function show(workspace: Workspace, ref: string) {
  const rowId = findStaff(workspace, ref)?.id ?? '';
  return render(
    <WorkspaceContext value={workspace}>
      <AgreementScreen rowId={rowId} />
    </WorkspaceContext>,
  );
}

const button = (name: string) => screen.findByRole('button', { name });
const heading = (name: string) => screen.findByRole('heading', { name });
const partOf = async (name: string) => {
  const section = (await heading(name)).closest('section');
  if (!section) throw new Error(`no section ${name}`);
  return within(section);
};

describe('on the supervisor’s device', () => {
  it('it is begun with the words of the policy, and the page’s title holds no name', async () => {
    const sam = await aWorkspace(testPorts(), 'bracknell-003');
    const priya = await givePriya(sam, [{ reference: 'C1' }]);
    const user = userEvent.setup();
    show(sam, priya);
    await user.click(await button('Begin the agreement'));
    const purpose = await screen.findByLabelText<HTMLTextAreaElement>('What supervision is for');
    expect(purpose.value).toContain('makes decisions accountable');
    expect(screen.getByText(/Filled in from Bracknell Forest.*003:189-191/)).toBeVisible();
    expect(document.title).toBe('Supervision Contract - Footprint');
    expect(screen.getByText('Draft')).toBeVisible();
    expect(screen.getAllByText('Stays on the supervision file').length).toBeGreaterThan(6);
  });

  it('a case supervisor is told who has the practitioner’s own part, and is shown none of it', async () => {
    const { sam, priya } = await begunAgreement();
    const from = todayIn(sam);
    await changeWhoSupervises(sam, priya, { kind: 'case', other: 'Kim Ray', from });
    show(sam, priya);
    expect(await screen.findByText(/own part of the agreement is for Kim Ray/)).toBeVisible();
    expect(screen.queryByLabelText(/know that you are struggling/)).toBeNull();
    expect(screen.queryByRole('heading', { name: /Priya Shah’s part/ })).toBeNull();
  });

  it('it saves as it is typed, with none of the required fields there', async () => {
    const { sam, priya, id } = await begunAgreement();
    const user = userEvent.setup();
    const { unmount } = show(sam, priya);
    await user.type(await screen.findByLabelText('Where'), ' Room 4 ');
    await user.click(screen.getByLabelText(/I provide a suitable time and location/));
    unmount();
    await waitFor(() =>
      expect(sam.set.find('agreements', id)?.body).toMatchObject({
        location: ' Room 4 ',
        statements: ['timeAndPlace'],
      }),
    );
  });

  it('signing names each missing field and takes the focus there', async () => {
    const { sam, priya } = await begunAgreement();
    const user = userEvent.setup();
    show(sam, priya);
    await user.click(await button('Sign as Sam Lee'));
    expect(screen.getByText('Tick that you agree to this')).toBeVisible();
    await user.click(screen.getByLabelText('I agree to this'));
    await user.click(await button('Sign as Sam Lee'));
    const summary = within(await screen.findByRole('alert'));
    expect(summary.getAllByRole('link').map((link) => link.textContent)).toEqual([
      'Enter the name of the organisation',
      'Enter the practitioner’s role',
      'Enter the day on which sessions start',
      'Enter where supervision takes place',
      'Agree a place that is private and free of interruptions, and tick it',
      'Enter who you meet with where you cannot settle something between you',
      'Tick what you take on as the supervisor',
    ]);
    await user.click(summary.getByRole('link', { name: /where supervision takes place/ }));
    expect(screen.getByLabelText('Where')).toHaveFocus();
    await user.click(summary.getByRole('link', { name: /what you take on/ }));
    expect(screen.getByLabelText(/I meet with you as often/)).toHaveFocus();
  });

  it('signed by the supervisor it says so and what level that is, and is read only', async () => {
    const { sam, priya, id } = await begunAgreement();
    await writeAgreement(sam, id, everythingFilled);
    const user = userEvent.setup();
    show(sam, priya);
    expect(await screen.findByText(/It is not an electronic signature/)).toBeVisible();
    await user.click(screen.getByLabelText('I agree to this'));
    await user.click(await button('Sign as Sam Lee'));
    expect(
      await screen.findByText('Signed by Sam Lee at 10:00am on Friday 20 November 2026'),
    ).toBeVisible();
    expect(agreementState(sam, priya)).toMatchObject({ status: 'signedByOne' });
    expect(screen.getByText('Signed by one')).toBeVisible();
    expect(screen.queryByLabelText('Where')).toBeNull();
    expect(screen.getByText('Room 4')).toBeVisible();
    expect(screen.getByRole('link', { name: /hand-over file for Priya Shah/ })).toHaveAttribute(
      'href',
      '/handover',
    );

    await user.click(await button('Change the text and sign again'));
    const where = await screen.findByLabelText('Where');
    await user.type(where, 'b');
    await user.tab();
    expect(
      await screen.findByText(/^Changed since Sam Lee signed at 10:00am.*Sign again$/),
    ).toBeVisible();
    expect(where).toHaveValue('Room 4b');
    expect(where).toBeVisible();
  });

  it('her part is read only here, and he cannot sign for her', async () => {
    const { sam, priya } = await begunAgreement();
    show(sam, priya);
    const part = await partOf('Priya Shah’s part');
    expect(part.getByText(/Priya Shah writes this on their own device/)).toBeVisible();
    expect(part.queryByRole('textbox')).toBeNull();
    expect(screen.queryByRole('button', { name: 'Sign as Priya Shah' })).toBeNull();
  });

  it('signed by both: in force, with its review and clause, and nothing to write', async () => {
    const { sam, priya } = await signedAgreement();
    show(sam, priya);
    expect(await screen.findByText('In force')).toBeVisible();
    expect(
      screen.getByText(
        /Due by 20 November 2027: review of the Supervision Contract every 12 months .*003:127,167,230/,
      ),
    ).toBeVisible();
    expect(screen.queryByRole('textbox')).toBeNull();
    expect(screen.queryByLabelText('I agree to this')).toBeNull();
    expect(screen.queryByRole('button', { name: /Change the text/ })).toBeNull();
  });

  it('a review that changes it begins a version, and the old one stays to read', async () => {
    const ports = testPorts();
    const { sam, priya, id } = await signedAgreement(undefined, ports);
    ports.goTo('2027-11-18T10:00:00.000Z');
    const user = userEvent.setup();
    show(sam, priya);
    expect(await screen.findByText('Review due soon')).toBeVisible();
    await user.click(await button('Write down a review'));
    await user.click(await button('Record the review'));
    const summary = within(await screen.findByRole('alert'));
    expect(summary.getByRole('link', { name: 'Enter the day the review was held' })).toBeVisible();
    expect(
      summary.getByRole('link', { name: 'Choose what becomes of the agreement' }),
    ).toBeVisible();
    await user.type(screen.getByLabelText('Review held on'), '19/11/2027');
    await user.click(screen.getByLabelText('It changes'));
    await user.click(await button('Record the review'));
    expect(
      await screen.findAllByText('Enter a day that has been: a review that was held'),
    ).not.toHaveLength(0);
    await user.clear(screen.getByLabelText('Review held on'));
    await user.type(screen.getByLabelText('Review held on'), '15/11/2027');
    await user.type(screen.getByLabelText('Notes (optional)'), 'Another room');
    await user.click(await button('Record the review'));
    expect(await screen.findByText(/The version before this one holds until then/)).toBeVisible();
    expect(await screen.findByLabelText('Where')).toHaveValue('Room 4');
    expect(await heading('Earlier versions')).toBeVisible();
    expect(sam.set.find('agreements', id)?.body.reviews).toMatchObject([
      { heldOn: '2027-11-15', notes: 'Another room', outcome: 'changed' },
    ]);
    expect(currentId(sam, priya)).not.toBe(id);
  });

  it('two versions of a text are both shown, and a choice is drawn into the form', async () => {
    const { sam, priya, id } = await begunAgreement();
    await sam.change((set) => {
      const record = set.find('agreements', id);
      const clashes = [
        { path: 'location', ours: 'Room 4', theirs: 'Room 9' },
        { path: 'agreedInterval', ours: 'P28D', theirs: 'P14D' },
      ];
      return record ? [updated(record, { ...record.body, location: 'Room 4', clashes })] : [];
    });
    const user = userEvent.setup();
    show(sam, priya);
    const region = within(await screen.findByRole('region', { name: 'Two versions' }));
    expect(region.getByText('Room 9')).toBeVisible();
    expect(region.getByText('Every 2 weeks')).toBeVisible();
    expect(region.getByRole('heading', { name: 'How often' })).toBeVisible();
    await user.click(screen.getByLabelText('I agree to this'));
    await user.click(await button('Sign as Sam Lee'));
    expect(
      await screen.findByRole('link', { name: 'Choose between the two versions of this text' }),
    ).toBeVisible();
    const [keepTheirs] = region.getAllByRole('button', { name: 'Keep theirs' });
    if (keepTheirs) await user.click(keepTheirs);
    await waitFor(() => expect(screen.getByLabelText('Where')).toHaveValue('Room 9'));
    await user.type(screen.getByLabelText('Where'), 'a');
    await user.tab();
    await waitFor(() => expect(sam.set.find('agreements', id)?.body.location).toBe('Room 9a'));
  });

  it('a page about nobody here, or about who supervises me, shows none', async () => {
    const { sam, priya } = await begunAgreement();
    const own = await priyasDevice(sam, priya);
    show(own, settingsOf(sam).me);
    expect(await heading('Not found')).toBeVisible();
  });
});

describe('on the practitioner’s device', () => {
  it('nothing is begun there', async () => {
    const { sam, priya } = await begunAgreement();
    const own = await priyasDevice(sam, priya);
    show(own, settingsOf(own).me);
    expect(await screen.findByText(/Your supervisor begins it/)).toBeVisible();
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('she writes the shared text and her part, reads his, and signs with her name', async () => {
    const { sam, priya, id } = await begunAgreement();
    await writeAgreement(sam, id, everythingFilled);
    const own = await priyasDevice(sam, priya);
    await carry(sam, own);
    const user = userEvent.setup();
    show(own, settingsOf(own).me);
    const his = await partOf('Sam Lee’s part');
    expect(his.queryByRole('checkbox')).toBeNull();
    expect(his.getByText(/accurate, clear records/)).toBeVisible();
    expect(screen.getByText('Begin your part before you sign.')).toBeVisible();
    await user.click(await button('Begin my part'));
    await user.type(await screen.findByLabelText('What helps me (optional)'), 'Time');
    await user.type(screen.getByLabelText('Where'), 'b');
    await user.click(screen.getByLabelText('I agree to this'));
    await user.click(await button('Sign as Priya Shah'));
    expect(
      await screen.findByRole('link', { name: 'Tick what you take on as the practitioner' }),
    ).toBeVisible();
    await user.click(screen.getByLabelText(/I prepare for each session/));
    await user.click(await button('Sign as Priya Shah'));
    expect(await screen.findByText(/^Signed by Priya Shah at/)).toBeVisible();
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
    const [response] = [...own.set.all('responses').values()];
    expect(response?.body).toMatchObject({ whatHelpsMe: 'Time', statements: ['prepare'] });
    expect(own.set.find('agreements', id)?.body.location).toBe('Room 4b');
  });

  it('a change afterwards voids both signatures, and each is told', async () => {
    const { sam, own, id } = await signedAgreement();
    await writeAgreement(sam, id, { location: 'Room 6' });
    await carry(sam, own);
    show(own, settingsOf(own).me);
    expect(await screen.findByText(/^Changed since Priya Shah signed/)).toBeVisible();
    expect(screen.getByText(/^Changed since Sam Lee signed/)).toBeVisible();
  });

  it('what he has signed is said where she writes', async () => {
    const { sam, own, id } = await signedAgreement();
    await writeAgreement(sam, id, { location: 'Room 6' });
    await signAsSupervisor(sam, id);
    await carry(sam, own);
    show(own, settingsOf(own).me);
    expect(
      await screen.findByText(
        'Sam Lee has signed this text. Where it is changed, Sam Lee signs again.',
      ),
    ).toBeVisible();
  });
});

describe('the notice', () => {
  const notice = (workspace: Workspace, ref: string) =>
    render(
      <WorkspaceContext value={workspace}>
        <AgreementNotice superviseeRef={ref} />
      </WorkspaceContext>,
    );

  it('says what the policy wants before the first session, with a link', async () => {
    const { sam, priya } = await begunAgreement();
    notice(sam, priya);
    expect(
      screen.getByText(
        /Bracknell Forest’s policy wants the Supervision Contract signed by both before the first session \(.*003:127,167,230\)\./,
      ),
    ).toBeVisible();
    expect(screen.getByRole('link', { name: 'Supervision Contract' })).toHaveAttribute(
      'href',
      `/agreements/${findStaff(sam, priya)?.id}`,
    );
  });

  it.each([
    [
      'swindon-000',
      /No Supervision Agreement is in force \(Swindon, no date in its text, 000:202\)/,
    ],
    ['islington-001', /No Supervision Agreement is in force \(Footprint’s own reminder\)/],
  ])('%s: says that none is in force', async (profileId, words) => {
    const { sam, priya } = await begunAgreement(profileId);
    notice(sam, priya);
    expect(screen.getByText(words)).toBeVisible();
  });

  it('is nothing once one is in force', async () => {
    const { sam, priya } = await signedAgreement();
    expect(notice(sam, priya).container).toBeEmptyDOMElement();
  });
});
