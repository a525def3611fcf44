import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactElement } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { CheckboxesField, CheckboxField } from './checkbox-field.tsx';
import { CopyBlock } from './copy-block.tsx';
import { DatalistField } from './datalist-field.tsx';
import { DateTextField } from './date-text-field.tsx';
import { FileField } from './file-field.tsx';
import { Form } from './form.tsx';
import { PasswordField } from './password-field.tsx';
import { RadiosField } from './radios-field.tsx';
import { SaveFailedBanner } from './save-failed-banner.tsx';
import { SelectField } from './select-field.tsx';
import { TextAreaField } from './text-area-field.tsx';
import { TextField } from './text-field.tsx';

const text = { name: 'actions.0.what', hint: 'A short hint.', error: 'Enter what will be done' };
const options = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
];

const SINGLE: Record<string, ReactElement> = {
  TextField: <TextField label="What" {...text} prefix="£" />,
  TextAreaField: <TextAreaField label="What" {...text} grow />,
  PasswordField: <PasswordField label="What" {...text} />,
  SelectField: <SelectField label="What" {...text} options={options} />,
  DateTextField: <DateTextField label="What" {...text} echo="Friday 4 December 2026" />,
  FileField: <FileField label="What" {...text} accept=".csv" onFile={() => {}} />,
  DatalistField: <DatalistField label="What" {...text} suggestions={['One']} />,
  CheckboxField: <CheckboxField label="What" {...text} />,
};
const GROUPS: Record<string, ReactElement> = {
  RadiosField: <RadiosField legend="What" {...text} options={options} />,
  CheckboxesField: <CheckboxesField legend="What" {...text} options={options} />,
};
const READ_ONLY: Record<string, ReactElement> = {
  CopyBlock: <CopyBlock label="Text" text="abc" onCopy={() => {}} />,
  SaveFailedBanner: <SaveFailedBanner text="abc" reason="The disk is full." onCopy={() => {}} />,
};

const inForm = (field: ReactElement) =>
  render(
    <Form id="session" onSubmit={(event) => event.preventDefault()}>
      {field}
    </Form>,
  );

const described = (element: Element) =>
  (element.getAttribute('aria-describedby') ?? '')
    .split(' ')
    .map((id) => document.getElementById(id)?.textContent)
    .join(' ');

describe.each(Object.entries(SINGLE))('%s', (_name, field) => {
  it('is named by its label, described by hint then error, and marked invalid', () => {
    inForm(field);
    const control = screen.getByLabelText('What');
    expect(control).toHaveAttribute('id', 'session-actions-0-what');
    expect(control).toHaveAttribute('name', 'actions.0.what');
    expect(described(control)).toContain('A short hint.');
    expect(described(control)).toContain('Error: Enter what will be done');
    expect(control).toBeInvalid();
  });
});

describe.each(Object.entries(GROUPS))('%s', (_name, field) => {
  it('is a group named by its legend, and the first choice has the id of the field', () => {
    inForm(field);
    const group = screen.getByRole('group', { name: 'What' });
    expect(described(group)).toBe('A short hint. Error: Enter what will be done');
    expect(screen.getByLabelText('Yes')).toHaveAttribute('id', 'session-actions-0-what');
    expect(screen.getByLabelText('No')).toHaveAttribute('id', 'session-actions-0-what-2');
  });
});

it.each(Object.entries({ ...SINGLE, ...GROUPS, ...READ_ONLY }))(
  'the browser keeps nothing typed in %s',
  (_name, field) => {
    const { container } = inForm(field);
    const controls = [...container.querySelectorAll('input, textarea, select')];
    expect(controls.length).toBeGreaterThan(0);
    for (const control of controls) expect(control).toHaveAttribute('autocomplete', 'off');
  },
);

it('a field that is right is neither invalid nor described', () => {
  render(<TextField name="what" label="What" error={undefined} />);
  expect(screen.getByLabelText('What')).toBeValid();
  expect(screen.getByLabelText('What')).not.toHaveAttribute('aria-describedby');
});

it('a passphrase can be shown, pasted, and is out of sight again after submit', async () => {
  const user = userEvent.setup();
  render(
    <Form id="unlock" onSubmit={(event) => event.preventDefault()}>
      <PasswordField name="passphrase" label="Passphrase" />
      <button type="submit">Unlock</button>
    </Form>,
  );
  const box = screen.getByLabelText('Passphrase');
  expect(box).toHaveAttribute('type', 'password');
  await user.click(box);
  await user.paste('correct horse');
  expect(box).toHaveValue('correct horse');
  await user.click(screen.getByRole('button', { name: 'Show passphrase' }));
  expect(box).toHaveAttribute('type', 'text');
  await user.click(screen.getByRole('button', { name: 'Unlock' }));
  expect(box).toHaveAttribute('type', 'password');
});

it('the echo of a date is read out politely and describes the field', () => {
  render(<DateTextField name="by" label="By when" echo="Friday 4 December 2026" />);
  expect(screen.getByText('Friday 4 December 2026')).toHaveAttribute('aria-live', 'polite');
  expect(screen.getByLabelText('By when')).toHaveAccessibleDescription('Friday 4 December 2026');
});

it('the same file can be chosen twice', async () => {
  const user = userEvent.setup();
  const onFile = vi.fn();
  const file = new File(['a'], 'cases.csv', { type: 'text/csv' });
  render(<FileField name="file" label="Caseload" accept=".csv" onFile={onFile} />);
  await user.upload(screen.getByLabelText('Caseload'), file);
  await user.upload(screen.getByLabelText('Caseload'), file);
  expect(onFile).toHaveBeenCalledTimes(2);
});

it('a choice kept outside a form follows its value', () => {
  const { rerender } = render(
    <RadiosField legend="Depth" name="depth" options={options} value="no" onChange={() => {}} />,
  );
  expect(screen.getByLabelText('No')).toBeChecked();
  rerender(
    <RadiosField legend="Depth" name="depth" options={options} value="yes" onChange={() => {}} />,
  );
  expect(screen.getByLabelText('Yes')).toBeChecked();
});
