import { zodResolver } from '@hookform/resolvers/zod';
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useForm } from 'react-hook-form';
import { expect, it } from 'vitest';
import * as z from 'zod/mini';
import { Button } from './button.tsx';
import { CheckboxesField, CheckboxField } from './checkbox-field.tsx';
import { ErrorSummary } from './error-summary.tsx';
import { Form } from './form.tsx';
import { Page } from './page.tsx';
import { RadiosField } from './radios-field.tsx';
import { SelectField } from './select-field.tsx';
import { TextAreaField } from './text-area-field.tsx';
import { TextField } from './text-field.tsx';
import { listFormErrors, useFormErrors } from './use-form-errors.ts';

const Final = z.object({
  depth: z.enum(['brief', 'in-depth'], 'Select how the case was discussed'),
  note: z.string().check(z.minLength(1, 'Enter what was discussed')),
  actions: z.array(z.object({ what: z.string().check(z.minLength(1, 'Enter what will be done')) })),
  plan: z.string(),
  asked: z.array(z.string()),
  urgent: z.boolean(),
});

let saved: unknown;

function Discussion() {
  const { register, handleSubmit, formState } = useForm({
    resolver: zodResolver(Final),
    shouldFocusError: false,
    reValidateMode: 'onSubmit',
    defaultValues: {
      note: '',
      actions: [{ what: '' }],
      plan: 'cp',
      asked: ['child'],
      urgent: true,
    },
  });
  const { errors } = formState;
  const depths = [
    { value: 'brief', label: 'Brief check-in' },
    { value: 'in-depth', label: 'In-depth discussion' },
  ];
  const save = handleSubmit((values) => {
    saved = values;
  });
  return (
    <Page title="Session" above={<ErrorSummary {...useFormErrors('case', formState)} />}>
      <Form id="case" onSubmit={(event) => void save(event)}>
        <RadiosField
          legend="Depth"
          options={depths}
          error={errors.depth?.message}
          {...register('depth')}
        />
        <TextAreaField label="Discussion" error={errors.note?.message} {...register('note')} />
        <TextField
          label="Action"
          error={errors.actions?.[0]?.what?.message}
          {...register('actions.0.what')}
        />
        <SelectField
          label="Plan"
          options={[
            { value: 'cin', label: 'Child in need' },
            { value: 'cp', label: 'Child protection' },
          ]}
          {...register('plan')}
        />
        <CheckboxesField
          legend="Who was asked"
          options={[
            { value: 'child', label: 'The child' },
            { value: 'school', label: 'The school' },
          ]}
          {...register('asked')}
        />
        <CheckboxField label="Urgent" {...register('urgent')} />
        <Button type="submit">Save</Button>
      </Form>
    </Page>
  );
}

const submit = async (user: ReturnType<typeof userEvent.setup>) => {
  await user.click(screen.getByRole('button', { name: 'Save' }));
  return waitFor(() => {
    const summary = screen.getByRole('alert').parentElement;
    expect(summary).toHaveFocus();
    return summary;
  });
};

it('the first submit moves focus to the summary, and so does the next one', async () => {
  const user = userEvent.setup();
  render(<Discussion />);
  await submit(user);
  expect(screen.getByRole('heading', { name: 'There is a problem' })).toBeVisible();
  await submit(user);
});

it('focus stays with the person while they mend the errors', async () => {
  const user = userEvent.setup();
  render(<Discussion />);
  await submit(user);
  await user.type(screen.getByLabelText('Discussion'), 'Seen alone');
  expect(screen.getByLabelText('Discussion')).toHaveFocus();
  expect(screen.getByLabelText('Discussion')).toHaveValue('Seen alone');
});

it('each link focuses its field, a nested one and the first of several choices too', async () => {
  const user = userEvent.setup();
  render(<Discussion />);
  await submit(user);
  await user.click(screen.getByRole('link', { name: 'Enter what will be done' }));
  expect(screen.getByLabelText('Action')).toHaveFocus();
  await user.click(screen.getByRole('link', { name: 'Select how the case was discussed' }));
  expect(screen.getByLabelText('Brief check-in')).toHaveFocus();
  await user.click(screen.getByRole('link', { name: 'Enter what was discussed' }));
  expect(screen.getByLabelText('Discussion')).toHaveFocus();
  expect(location.hash).toBe('');
});

it('what was typed is kept, and the title says Error until it is right', async () => {
  const user = userEvent.setup();
  saved = undefined;
  render(<Discussion />);
  expect(document.title).toBe('Session - Footprint');
  await user.type(screen.getByLabelText('Discussion'), 'Seen alone');
  await submit(user);
  expect(document.title).toBe('Error: Session - Footprint');
  expect(screen.getByLabelText('Discussion')).toHaveValue('Seen alone');
  expect(screen.queryByRole('link', { name: 'Enter what was discussed' })).toBeNull();

  await user.click(screen.getByLabelText('In-depth discussion'));
  await user.type(screen.getByLabelText('Action'), 'Visit');
  await user.click(screen.getByLabelText('The school'));
  await user.click(screen.getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(document.title).toBe('Session - Footprint'));
  expect(screen.queryByRole('alert')).toBeNull();
  expect(saved).toEqual({
    depth: 'in-depth',
    note: 'Seen alone',
    actions: [{ what: 'Visit' }],
    plan: 'cp',
    asked: ['child', 'school'],
    urgent: true,
  });
});

it('errors are listed with the ids of their fields, an array and the form as a whole included', () => {
  const errors = {
    note: { type: 'x', message: 'One' },
    actions: Object.assign([undefined, { type: { type: 'x', message: 'Two' } }], {
      root: { type: 'x', message: 'Three' },
    }),
    root: { type: 'x', message: 'Four' },
  };
  expect(listFormErrors('case', errors)).toEqual([
    { id: 'case-note', message: 'One' },
    { id: 'case-actions-1-type', message: 'Two' },
    { id: 'case-actions', message: 'Three' },
    { id: 'case', message: 'Four' },
  ]);
});
