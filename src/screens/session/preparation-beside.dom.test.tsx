import { render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { Preparation, PreparedChild } from '#domain/records/preparation.ts';
import type { BeforeSession } from '#domain/records/response.ts';
import { findChild } from '#storage/caseload/caseload-reads.ts';
import { beforeSessionOf, currentPreparation } from '#storage/preparation/preparation-reads.ts';
import { ensurePreparation, sharePreparation } from '#storage/preparation/preparations.ts';
import { WorkspaceContext } from '#storage/use-workspace.ts';
import type { Workspace } from '#storage/workspace.ts';
import { created } from '#storage/writes.ts';
import { anAction, aSession, recordId, ref } from '../../../test/builders.ts';
import { supervised } from '../../../test/supervised.ts';
import { PreparationBeside } from './preparation-beside.tsx';

/** Begun by Sam Lee for C1 and C2, not shared yet. */
async function begun() {
  const made = await supervised(['C1', 'C2']);
  const { workspace, me } = made;
  await workspace.change(() => [created('childActions', 'a1', anAction())]);
  const { preparationId } = await ensurePreparation(workspace);
  const session = aSession({ superviseeRef: me, childRefs: ['C1', 'C2'] });
  return { ...made, preparationId, session };
}

async function write(
  workspace: Workspace,
  change: {
    part?: Partial<PreparedChild>;
    rest?: Partial<Preparation>;
    before?: Partial<BeforeSession>;
  },
) {
  const record = currentPreparation(workspace);
  const before = record && beforeSessionOf(workspace, record.id);
  if (!record || !before) throw new Error('begun before');
  const children = record.body.children.map((part) =>
    part.childRef === 'C1' ? { ...part, ...change.part } : part,
  );
  const body = { ...record.body, children, ...change.rest } as Preparation; // parts over the whole
  workspace.draft({ collection: 'preparations', id: record.id, body });
  const beforeBody = { ...before.body, ...change.before } as BeforeSession; // a part over the whole
  workspace.draft({ collection: 'responses', id: before.id, body: beforeBody });
  await workspace.queue.flush();
}

function show(workspace: Workspace, session: ReturnType<typeof aSession>, reference = 'C1') {
  const child = findChild(workspace, reference)?.body;
  if (!child) throw new Error('on the list');
  const { container } = render(
    <WorkspaceContext value={workspace}>
      <PreparationBeside session={session} child={child} />
    </WorkspaceContext>,
  );
  return container;
}

it('nothing is shown before it is shared', async () => {
  const { workspace, session } = await begun();
  await write(workspace, { part: { risks: 'a visit missed' } });
  expect(show(workspace, session)).toBeEmptyDOMElement();
});

it('all that was prepared about this child is there to read, and nothing about another', async () => {
  const { workspace, session, preparationId } = await begun();
  await write(workspace, {
    part: {
      risks: 'A visit missed\nand another',
      seenOn: 'friday',
      seenOnDate: '2026-11-13',
      depth: 'inDepth',
      depthWhy: 'Stuck for weeks',
    },
    rest: {
      worries: [
        { id: 'C2', childRef: ref('C2') },
        { id: 'C1', childRef: ref('C1') },
      ],
      actionUpdates: [
        { id: recordId('u1'), actionId: recordId('a1'), said: 'notDone', text: 'no answer' },
      ],
    },
    before: {
      impact: [{ id: 'C1', childRef: ref('C1'), strong: true, text: 'It stays with me' }],
      wellbeing: 'Tired',
    },
  });
  await sharePreparation(workspace, preparationId);
  const shown = show(workspace, session);
  expect(screen.getByRole('heading', { name: 'Sam Lee’s preparation' })).toBeVisible();
  expect(screen.getByText(/A visit missed/)).toHaveClass('fp-text');
  expect(screen.getByText('13 November 2026')).toBeVisible();
  expect(screen.getByText('Asks for a discussion in depth.')).toBeVisible();
  expect(screen.getByText('Stuck for weeks')).toBeVisible();
  expect(screen.getByText('One of the greatest worries: 2 of 2.')).toBeVisible();
  expect(screen.getByText('Ring the school: said to be not done, no answer')).toBeVisible();
  expect(screen.getByText('Stays on the supervision file')).toBeVisible();
  expect(screen.getByText('It stays with me')).toBeVisible();
  expect(screen.queryByText(/Changed after/)).not.toBeInTheDocument();
  expect(shown).not.toHaveTextContent('Tired'); // not about this child
});

it('a sister or brother has their own, or nothing yet', async () => {
  const { workspace, session, preparationId } = await begun();
  await write(workspace, { part: { risks: 'a visit missed' } });
  await sharePreparation(workspace, preparationId);
  expect(show(workspace, session, 'C2')).toHaveTextContent(/preparationNothing written yet\.$/);
});

it('says so when the practitioner has nothing to add', async () => {
  const { workspace, session, preparationId } = await begun();
  await write(workspace, { part: { nothingToAdd: true } });
  await sharePreparation(workspace, preparationId);
  expect(show(workspace, session)).toHaveTextContent(/preparationNothing to add\.$/);
});

it('what was changed after it was shared says so', async () => {
  const { workspace, session, preparationId, ports } = await begun();
  await sharePreparation(workspace, preparationId);
  ports.goTo('2026-11-21T14:50:00.000Z');
  await write(workspace, { part: { risks: 'new' } });
  show(workspace, session);
  expect(screen.getByText('Changed after it was shared')).toBeVisible();
  expect(screen.getByText(/21 November 2026 at 2:50pm/)).toBeVisible();
});
