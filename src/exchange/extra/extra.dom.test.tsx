import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { ExtraRequest } from '#domain/records/response.ts';
import { requestsOfMe } from '#storage/session/extra-requests.ts';
import { settingsOf } from '#storage/settings.ts';
import { WorkspaceContext } from '#storage/use-workspace.ts';
import { bodies, created } from '#storage/writes.ts';
import { Page } from '#ui/page.tsx';
import { supervised } from '../../../test/supervised.ts';
import { aWorkspace, givePriya } from '../../../test/workspaces.ts';
import { AskForExtra } from './ask-for-extra.tsx';
import { ExtraAsked } from './extra-asked.tsx';

describe('asking for extra supervision', () => {
  it('keeps the reason as it was typed, says how it goes, and can be taken back', async () => {
    const { workspace, me } = await supervised(); // by Jo Field, 20 November 2026
    const user = userEvent.setup();
    const home = (isAsking: boolean) => (
      <WorkspaceContext value={workspace}>
        <Page title="Home">
          <AskForExtra isAsking={isAsking} />
        </Page>
      </WorkspaceContext>
    );
    const { rerender } = render(home(false));
    expect(screen.queryByRole('textbox')).not.toBeInTheDocument();
    rerender(home(true));
    expect(screen.getByText('Stays on the supervision file')).toBeVisible();
    const why = screen.getByLabelText('Why (optional)');
    await waitFor(() => expect(why).toHaveFocus());
    await user.type(why, ' Court on  Monday ');
    await user.click(screen.getByRole('button', { name: 'Ask Jo Field for extra supervision' }));
    expect(
      await screen.findByText(/^You asked for extra supervision on 20 November 2026/),
    ).toHaveTextContent('Court on Monday It goes with the next file you make for Jo Field.');
    expect(why).toHaveValue('');
    expect(bodies(workspace, 'responses')).toMatchObject([
      {
        kind: 'extraSupervision',
        superviseeRef: me,
        supervisorRef: 'jo',
        why: ' Court on  Monday ',
        sharedAt: workspace.now,
      },
    ]);
    await user.click(screen.getByRole('button', { name: /^Take it back/ }));
    await waitFor(() => expect(screen.queryByText(/^You asked/)).not.toBeInTheDocument());
  });
});

describe('who asks me for it', () => {
  async function asked(why: string) {
    const workspace = await aWorkspace();
    const priya = await givePriya(workspace, [{ reference: 'C1' }]);
    const { me } = settingsOf(workspace);
    const request = ExtraRequest.parse({
      ...{ id: 'x1', kind: 'extraSupervision', superviseeRef: priya, supervisorRef: me, why },
      ...{ sharedAt: '2026-11-19T10:00:00.000Z', createdAt: '2026-11-19T10:00:00.000Z' },
      createdBy: priya,
    });
    await workspace.change(() => [created('responses', 'x1', request)]);
    render(
      <WorkspaceContext value={workspace}>
        <Page title="Home">
          <ExtraAsked />
        </Page>
      </WorkspaceContext>,
    );
    return { workspace, priya, user: userEvent.setup() };
  }

  it('says who, why and since when, and plans a session that answers it once it is held', async () => {
    const { workspace, priya, user } = await asked('Court on Monday');
    expect(screen.getByText('Priya Shah asks for extra supervision')).toBeVisible();
    expect(screen.getByText('Court on Monday')).toBeVisible();
    expect(screen.getByText('Asked on 19 November 2026. No session is planned.')).toBeVisible();
    const plan = screen.getByRole('button', { name: 'Plan a session with Priya Shah' });
    await user.click(plan);
    expect(
      await screen.findByRole('link', { name: 'Enter the date of the session' }),
    ).toBeVisible();
    await user.type(screen.getByLabelText('Date of a session with Priya Shah'), 'friday');
    await user.click(plan);
    expect(
      await screen.findByText(
        'Asked on 19 November 2026. A session is planned for Friday 27 November 2026.',
      ),
    ).toBeVisible();
    expect(bodies(workspace, 'sessions')).toMatchObject([
      { superviseeRef: priya, status: 'planned', plannedFor: '2026-11-27' },
    ]);
    expect(requestsOfMe(workspace)).toHaveLength(1);
  });

  it('says nothing of a reason that was not given', async () => {
    await asked(' ');
    expect(
      screen.getByText('Priya Shah asks for extra supervision').parentElement,
    ).toHaveTextContent(/^Priya Shah asks for extra supervision\.$/);
  });
});
