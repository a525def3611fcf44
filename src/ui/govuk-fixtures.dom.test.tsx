/**
 * Our components against the HTML that govuk-frontend ships for its own: an upgrade that changes
 * a class or the shape of a component fails here, and not in front of people.
 */
import { readFileSync } from 'node:fs';
import { render } from '@testing-library/react';
import type { ReactElement } from 'react';
import { describe, expect, it } from 'vitest';
import { Button, type ButtonVariant } from './button.tsx';
import { CheckboxesField } from './checkbox-field.tsx';
import { Details } from './details.tsx';
import { ErrorSummary } from './error-summary.tsx';
import { InsetText } from './inset-text.tsx';
import { NotificationBanner } from './notification-banner.tsx';
import { RadiosField } from './radios-field.tsx';
import { SelectField } from './select-field.tsx';
import { SummaryList } from './summary-list.tsx';
import { Tag, type TagTone } from './tag.tsx';
import { TextAreaField } from './text-area-field.tsx';
import { TextField } from './text-field.tsx';
import { WarningText } from './warning-text.tsx';

interface Words {
  readonly text: string;
}
interface Item extends Words {
  readonly value: string;
  readonly disabled?: boolean;
  readonly selected?: boolean;
  readonly hint?: Words;
  readonly href?: string;
}
interface RowOptions {
  readonly key: Words;
  readonly value: Words;
  readonly actions?: {
    items: readonly { href: string; text: string; visuallyHiddenText?: string }[];
  };
}
interface Options extends Words {
  readonly name: string;
  readonly id?: string;
  readonly label: Words;
  readonly hint?: Words;
  readonly errorMessage?: Words;
  readonly prefix?: Words;
  readonly classes?: string;
  readonly value?: string;
  readonly rows: number & readonly RowOptions[];
  readonly items: readonly Item[];
  readonly fieldset: { readonly legend: Words };
  readonly errorList: readonly Item[];
  readonly type?: 'submit' | ('button' & 'success');
  readonly disabled?: boolean;
  readonly spellcheck?: boolean;
  readonly inputmode?: 'decimal';
  readonly summaryText: string;
  readonly titleText?: string;
  readonly open?: boolean;
}

/** Only what React, or our promise that nothing is kept, makes differ. */
const IGNORED = new Set([
  'autocomplete',
  'data-module',
  'aria-invalid',
  'tabindex',
  'value',
  'checked',
  'selected',
  'id',
  'for',
  'aria-labelledby',
  'aria-describedby',
]);

const isControl = (element: Element): element is HTMLInputElement =>
  element.matches('input, textarea, select, option');

/** Ids may differ, so a reference is written as the place of what it points to. */
function reference(element: Element, attribute: string, root: Element): string {
  const ids = element.getAttribute(attribute)?.split(/\s+/) ?? [];
  const all = [...root.querySelectorAll('*')];
  const places = ids.map((id) => all.findIndex((other) => other.id === id));
  return places.length > 0 ? ` ${attribute}→${places.join(',')}` : '';
}

function shape(element: Element, root: Element, depth = 0): string {
  const attributes = [...element.attributes]
    .filter(({ name, value }) => !IGNORED.has(name) && !(name === 'class' && value === ''))
    .map(({ name, value }) => ` ${name}="${value}"`)
    .sort()
    .join('');
  const points = ['for', 'aria-labelledby', 'aria-describedby'].map((name) =>
    reference(element, name, root),
  );
  const state = isControl(element) ? ` value=${element.value} on=${element.checked}` : '';
  const lines = [`${' '.repeat(depth)}<${element.tagName}${attributes}${points.join('')}${state}>`];
  if (element.tagName === 'TEXTAREA') return lines.join('');
  element.normalize();
  for (const child of element.childNodes) {
    const words = child.textContent?.replace(/\s+/g, ' ').trim();
    if (child instanceof Element) lines.push(shape(child, root, depth + 1));
    else if (words) lines.push(`${' '.repeat(depth + 1)}${words}`);
  }
  return lines.join('\n');
}

const shapeOf = (container: Element) =>
  [...container.children].map((child) => shape(child, container)).join('\n');

function shapeOfHtml(html: string): string {
  const container = document.createElement('div');
  container.innerHTML = html;
  document.body.append(container);
  const result = shapeOf(container);
  container.remove();
  return result;
}

/** The options file is a plain one of theirs: each adapter reads the few it names. */
function fixture(component: string, name: string) {
  const path = `node_modules/govuk-frontend/dist/govuk/components/${component}/fixtures.json`;
  const file = JSON.parse(readFileSync(path, 'utf8')) as {
    fixtures: readonly { name: string; options: Options; html: string }[];
  };
  const found = file.fixtures.find((each) => each.name === name);
  if (!found) throw new Error(`govuk-frontend has no ${component} fixture called ${name}`);
  return found;
}

const words = (o: Options) => ({
  name: o.name,
  id: o.id,
  label: o.label?.text,
  hint: o.hint?.text,
  error: o.errorMessage?.text,
});
const group = (o: Options) => ({
  name: o.name,
  legend: o.fieldset.legend.text,
  hint: o.hint?.text,
  error: o.errorMessage?.text,
  options: o.items.map((item) => ({ value: item.value, label: item.text, hint: item.hint?.text })),
  inline: o.classes?.includes('inline') ?? false,
  small: o.classes?.includes('small') ?? false,
});
const width = (o: Options) => {
  const found = o.classes?.match(/width-(20|10|5)$/)?.[1] as '20' | '10' | '5' | undefined;
  return found ? { width: found } : {};
};
const variant = (o: Options) =>
  (o.classes?.replace('govuk-button--', '') ?? 'primary') as ButtonVariant;

interface Case {
  readonly names: readonly string[];
  readonly render: (o: Options) => ReactElement;
}

const COMPONENTS: Record<string, Case> = {
  button: {
    names: ['default', 'secondary', 'warning', 'type', 'id', 'value'],
    render: (o) => (
      <Button
        variant={variant(o)}
        type={o.type ?? 'submit'}
        name={o.name}
        id={o.id}
        value={o.value}
      >
        {o.text}
      </Button>
    ),
  },
  input: {
    names: [
      'default',
      'with hint text',
      'with error message',
      'with error and hint',
      'with width-5 class',
      'with width-10 class',
      'with width-20 class',
      'with prefix',
      'value',
      'inputmode',
      'with spellcheck enabled',
      'with spellcheck disabled',
      'disabled',
    ],
    render: (o) => (
      <TextField
        {...words(o)}
        {...width(o)}
        {...(o.prefix ? { prefix: o.prefix.text } : {})}
        {...(o.spellcheck === undefined ? {} : { spellCheck: o.spellcheck })}
        inputMode={o.inputmode}
        defaultValue={o.value}
        disabled={o.disabled}
      />
    ),
  },
  textarea: {
    names: [
      'default',
      'with hint',
      'with error message',
      'with hint and error message',
      'with default value',
      'with custom rows',
    ],
    render: (o) => <TextAreaField {...words(o)} rows={o.rows ?? 5} defaultValue={o.value} />,
  },
  select: {
    names: ['default', 'hint', 'error', 'with hint text and error message'],
    render: (o) => (
      <SelectField
        {...words(o)}
        defaultValue={o.items.find((item) => item.selected)?.value}
        options={o.items.map((item) => ({
          value: item.value,
          label: item.text,
          ...(item.disabled ? { disabled: true } : {}),
        }))}
      />
    ),
  },
  radios: {
    names: [
      'default',
      'with hint',
      'inline',
      'small',
      'with error message',
      'with hint and error message',
    ],
    render: (o) => <RadiosField {...group(o)} />,
  },
  checkboxes: {
    names: ['default', 'with hint', 'small', 'with error message', 'small with error'],
    render: (o) => <CheckboxesField {...group(o)} />,
  },
  'error-summary': {
    names: ['default'],
    render: (o) => (
      <ErrorSummary
        submitCount={1}
        errors={o.errorList.map((e) => ({ id: e.href?.slice(1) ?? '', message: e.text }))}
      />
    ),
  },
  tag: {
    names: ['default', 'grey', 'green', 'yellow', 'red', 'purple'],
    render: (o) => (
      <Tag {...(o.classes ? { tone: o.classes.replace('govuk-tag--', '') as TagTone } : {})}>
        {o.text}
      </Tag>
    ),
  },
  'warning-text': {
    names: ['default', 'multiple lines'],
    render: (o) => <WarningText>{o.text}</WarningText>,
  },
  'inset-text': { names: ['default'], render: (o) => <InsetText>{o.text}</InsetText> },
  details: {
    names: ['default', 'expanded', 'id'],
    render: (o) => (
      <Details summary={o.summaryText} {...(o.open ? { open: true } : {})}>
        {o.text}
      </Details>
    ),
  },
  'summary-list': {
    names: ['single action with anchor', 'translated', 'with falsy values'],
    render: (o) => (
      <SummaryList
        rows={o.rows.filter(Boolean).map((row) => ({
          key: row.key.text,
          value: row.value.text,
          ...(row.actions
            ? {
                actions: row.actions.items.map(({ href, text, visuallyHiddenText }) => ({
                  href,
                  label: text,
                  ...(visuallyHiddenText ? { about: visuallyHiddenText } : {}),
                })),
              }
            : {}),
        }))}
      />
    ),
  },
  'notification-banner': {
    names: ['default', 'with type as success', 'custom title'],
    render: (o) => (
      <NotificationBanner
        {...(o.type === 'success' ? { kind: 'success' } : {})}
        {...(o.titleText ? { title: o.titleText } : {})}
      >
        {o.text}
      </NotificationBanner>
    ),
  },
};

describe.each(Object.entries(COMPONENTS))('%s', (component, { names, render: adapt }) => {
  it.each(names)('%s', (name) => {
    const { options, html } = fixture(component, name);
    const { container } = render(adapt(options));
    expect(shapeOf(container)).toBe(shapeOfHtml(html));
  });
});

describe('the comparison sees', () => {
  const right = fixture('input', 'with error and hint').html;
  it.each([
    ['a changed class', right.replace('govuk-input--error', '')],
    ['a description that points elsewhere', right.replace('-hint with', '-none with')],
    ['a label that names nothing', right.replace(/for="[^"]*"/, '')],
    ['other words', right.replace('National insurance', 'Insurance')],
    ['another element', right.replace('<p ', '<div ').replace('</p>', '</div>')],
    ['a value', right.replace('type="text"', 'type="text" value="x"')],
  ])('%s', (_what, wrong) => {
    expect(wrong).not.toBe(right);
    expect(shapeOfHtml(wrong)).not.toBe(shapeOfHtml(right));
  });
});
