import { act, render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it, vi } from 'vitest';
import { changeSettings } from '#storage/settings.ts';
import { WorkspaceContext } from '#storage/use-workspace.ts';
import { aWorkspace } from '../../test/workspaces.ts';
import { Guard } from './guard.tsx';

beforeEach(() => {
  // jsdom has the element without its methods.
  Object.assign(HTMLDialogElement.prototype, { showModal: vi.fn(), close: vi.fn() });
});

async function shown() {
  const workspace = await aWorkspace();
  const onHide = vi.fn();
  const locker = { lock: async () => true, leftMs: () => Number.MAX_SAFE_INTEGER, stop: () => {} };
  render(
    <WorkspaceContext value={workspace}>
      <Guard locker={locker} hidden={false} onHide={onHide} finding={false} onFind={() => {}} />
    </WorkspaceContext>,
  );
  const hide = () => userEvent.keyboard('{Control>}{Shift>}L{/Shift}{/Control}');
  return { workspace, onHide, hide };
}

it('one key hides the page, over an open dialog too', async () => {
  const { onHide, hide } = await shown();
  const dialog = document.body.appendChild(document.createElement('dialog'));
  dialog.setAttribute('open', '');
  await hide();
  dialog.remove();
  expect(onHide).toHaveBeenCalledExactlyOnceWith(true);
});

it('with the keys switched off it is no key either: the button hides', async () => {
  const { workspace, onHide, hide } = await shown();
  await act(() => changeSettings(workspace, { shortcuts: false }));
  await hide();
  expect(onHide).not.toHaveBeenCalled();
});
