import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useForm } from 'react-hook-form';
import { expect, it, vi } from 'vitest';
import { RadiosField } from './radios-field.tsx';

const options = [
  { value: 'brief', label: 'Brief check-in' },
  { value: 'inDepth', label: 'In depth' },
];

function Form({ onValues }: { readonly onValues: (values: unknown) => void }) {
  const { register, getValues } = useForm({ defaultValues: { depth: '', note: '' } });
  return (
    <>
      <RadiosField legend="How?" options={options} {...register('depth')} />
      <input aria-label="Note" {...register('note')} />
      <button type="button" onClick={() => onValues(structuredClone(getValues()))}>
        Keep
      </button>
    </>
  );
}

it('a group that is left without an answer stays as it was, and is not null', async () => {
  const user = userEvent.setup();
  const onValues = vi.fn();
  render(<Form onValues={onValues} />);
  await user.tab();
  expect(screen.getByRole('radio', { name: 'Brief check-in' })).toHaveFocus();
  await user.tab();
  await user.keyboard('Words');
  await user.tab();
  await user.keyboard('{Enter}');
  expect(onValues).toHaveBeenCalledWith({ depth: '', note: 'Words' });
  await user.click(screen.getByRole('radio', { name: 'In depth' }));
  await user.click(screen.getByRole('button', { name: 'Keep' }));
  expect(onValues).toHaveBeenLastCalledWith({ depth: 'inDepth', note: 'Words' });
});
