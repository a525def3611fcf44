import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { ChooseSheet } from './choose-sheet.tsx';

function show(sheets: readonly string[]) {
  const onDone = vi.fn();
  render(<ChooseSheet sheets={sheets} onDone={onDone} />);
  return { onDone, user: userEvent.setup() };
}
const go = () => screen.getByRole('button', { name: 'Continue' });

it('a person says which sheet: none is chosen for them', async () => {
  const { onDone, user } = show(['Notes', 'Team A']);
  expect(screen.getAllByRole('radio').filter((each) => (each as HTMLInputElement).checked)).toEqual(
    [],
  );
  await user.click(go());
  expect(onDone).not.toHaveBeenCalled();
  await user.click(screen.getByRole('link', { name: 'Choose a sheet' }));
  expect(screen.getByRole('radio', { name: 'Notes' })).toHaveFocus();
  await user.click(screen.getByRole('radio', { name: 'Team A' }));
  expect(screen.queryByRole('link', { name: 'Choose a sheet' })).toBeNull();
  await user.click(go());
  expect(onDone).toHaveBeenCalledExactlyOnceWith('Team A');
});

it('by its place: two sheets whose names look the same are two', async () => {
  const { onDone, user } = show(['List', 'List ', '']);
  await user.click(screen.getAllByRole('radio')[1] as HTMLElement);
  await user.click(go());
  expect(onDone).toHaveBeenLastCalledWith('List ');
  await user.click(screen.getAllByRole('radio')[2] as HTMLElement);
  await user.click(go());
  expect(onDone).toHaveBeenLastCalledWith('');
});
