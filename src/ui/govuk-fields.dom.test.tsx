import { render } from '@testing-library/react';
import type { ReactElement } from 'react';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { CheckboxesField } from './checkbox-field.tsx';
import { govukFixture, shapeInside, shapeOfHtml } from './govuk-fixtures.ts';
import { RadiosField } from './radios-field.tsx';
import { SelectField } from './select-field.tsx';
import { TextAreaField } from './text-area-field.tsx';
import { TextField } from './text-field.tsx';

const Words = z.object({ text: z.string() });
const Item = z.object({
  value: z.pipe(
    z.transform((value) => String(value)),
    z.string(),
  ),
  text: z.string(),
  hint: z.optional(Words),
  checked: z.optional(z.boolean()),
  selected: z.optional(z.boolean()),
  disabled: z.optional(z.boolean()),
});
const Shared = {
  name: z.string(),
  id: z.optional(z.string()),
  hint: z.optional(Words),
  errorMessage: z.optional(Words),
  classes: z.optional(z.string()),
};
const Field = z.object({
  ...Shared,
  label: Words,
  prefix: z.optional(Words),
  value: z.optional(z.string()),
  rows: z.optional(z.number()),
  items: z.optional(z.array(Item)),
  disabled: z.optional(z.boolean()),
  spellcheck: z.optional(z.boolean()),
  inputmode: z.optional(z.literal('decimal')),
});
const Group = z.object({
  ...Shared,
  fieldset: z.object({ legend: Words }),
  items: z.array(Item),
});

const field = (options: unknown) => {
  const { label, hint, errorMessage, ...rest } = Field.parse(options);
  const { name, id } = rest;
  return {
    rest,
    text: { name, id, label: label.text, hint: hint?.text, error: errorMessage?.text },
  };
};
const group = (options: unknown) => {
  const { name, fieldset, hint, errorMessage, items, classes } = Group.parse(options);
  return {
    name,
    legend: fieldset.legend.text,
    hint: hint?.text,
    error: errorMessage?.text,
    options: items.map((item) => ({ value: item.value, label: item.text, hint: item.hint?.text })),
    inline: classes?.includes('inline') ?? false,
    small: classes?.includes('small') ?? false,
    checked: items.filter((item) => item.checked).map((item) => item.value),
  };
};
const WIDTHS = ['20', '10', '5'] as const;

const ADAPTERS: Record<string, (options: unknown) => ReactElement> = {
  input: (options) => {
    const { text, rest } = field(options);
    const width = WIDTHS.find((each) => rest.classes === `govuk-input--width-${each}`);
    return (
      <TextField
        {...text}
        {...(width ? { width } : {})}
        {...(rest.prefix ? { prefix: rest.prefix.text } : {})}
        {...(rest.spellcheck === undefined ? {} : { spellCheck: rest.spellcheck })}
        inputMode={rest.inputmode}
        defaultValue={rest.value}
        disabled={rest.disabled}
      />
    );
  },
  textarea: (options) => {
    const { text, rest } = field(options);
    return <TextAreaField {...text} rows={rest.rows ?? 5} defaultValue={rest.value} />;
  },
  select: (options) => {
    const { text, rest } = field(options);
    const items = rest.items ?? [];
    return (
      <SelectField
        {...text}
        defaultValue={items.find((item) => item.selected)?.value}
        options={items.map(({ value, text: label, disabled = false }) => ({
          value,
          label,
          disabled,
        }))}
      />
    );
  },
  radios: (options) => {
    const { checked, ...rest } = group(options);
    return <RadiosField {...rest} defaultValue={checked[0]} />;
  },
  checkboxes: (options) => {
    const { checked, inline: _onlyRadios, ...rest } = group(options);
    return <CheckboxesField {...rest} defaultValue={checked} />;
  },
};

it.each([
  ['input', 'default'],
  ['input', 'with hint text'],
  ['input', 'with error message'],
  ['input', 'with error and hint'],
  ['input', 'with width-5 class'],
  ['input', 'with width-10 class'],
  ['input', 'with width-20 class'],
  ['input', 'with prefix'],
  ['input', 'value'],
  ['input', 'inputmode'],
  ['input', 'with spellcheck enabled'],
  ['input', 'with spellcheck disabled'],
  ['input', 'disabled'],
  ['textarea', 'default'],
  ['textarea', 'with hint'],
  ['textarea', 'with error message'],
  ['textarea', 'with hint and error message'],
  ['textarea', 'with default value'],
  ['textarea', 'with custom rows'],
  ['select', 'default'],
  ['select', 'with hint text and error message'],
  ['radios', 'default'],
  ['radios', 'with hint'],
  ['radios', 'inline'],
  ['radios', 'small inline'],
  ['radios', 'with hint and error message'],
  ['radios', 'with fieldset and error message'],
  ['checkboxes', 'default'],
  ['checkboxes', 'with hint'],
  ['checkboxes', 'small'],
  ['checkboxes', 'with error message'],
  ['checkboxes', 'small with error'],
])('%s is as in govuk-frontend: %s', (component, name) => {
  const { options, html } = govukFixture(component, name);
  const { container } = render(ADAPTERS[component]?.(options));
  expect(shapeInside(container)).toBe(shapeOfHtml(html));
});

describe('the comparison sees', () => {
  const { html } = govukFixture('input', 'with error and hint');
  it.each([
    ['a changed class', html.replace('govuk-input--error', '')],
    ['a description that points elsewhere', html.replace(/(describedby="\S+?)-hint/, '$1-none')],
    ['a label that names nothing', html.replace(/for="[^"]*"/, '')],
    ['other words', html.replace('National insurance', 'Insurance')],
    ['another element', html.replace('<p ', '<div ').replace('</p>', '</div>')],
    ['a value', html.replace('type="text"', 'type="text" value="x"')],
  ])('%s', (_what, wrong) => {
    expect(wrong).not.toBe(html);
    expect(shapeOfHtml(wrong)).not.toBe(shapeOfHtml(html));
  });
});
