import { render } from '@testing-library/react';
import type { ReactElement, ReactNode } from 'react';
import { expect, it } from 'vitest';
import { Button, ButtonGroup, ButtonLink, type ButtonVariant } from './button.tsx';
import { Details } from './details.tsx';
import { ErrorSummary } from './error-summary.tsx';
import { govukFixture, shapeInside, shapeOfHtml } from './govuk-fixtures.ts';
import { InsetText } from './inset-text.tsx';
import { NotificationBanner } from './notification-banner.tsx';
import { type SummaryAction, SummaryList } from './summary-list.tsx';
import { Tag, type TagTone } from './tag.tsx';
import { WarningText } from './warning-text.tsx';

const action = (label: string, about?: string): SummaryAction => ({
  href: '#',
  label,
  ...(about ? { about } : {}),
});
const NAME = { key: 'Name', value: 'Firstname Lastname' };
const ADDRESS: ReactNode = (
  <>
    <p className="govuk-body">email@email.com</p>
    <p className="govuk-body">
      Address line 1<br />
      Address line 2<br />
      Address line 3<br />
      Address line 4<br />
      Address line 5
    </p>
  </>
);

/** The words of a fixture are read from it, so that a case states only what it is about. */
const ownWords = (component: string, name: string) =>
  String(govukFixture(component, name).options.text);

const BUTTONS: Record<string, ButtonVariant> = {
  default: 'primary',
  secondary: 'secondary',
  warning: 'warning',
};
const TONES: Record<string, TagTone> = {
  default: 'blue',
  grey: 'grey',
  green: 'green',
  yellow: 'yellow',
  red: 'red',
  purple: 'purple',
};

const cases: [component: string, name: string, ours: ReactElement][] = [
  ...Object.entries(BUTTONS).map(([name, variant]): [string, string, ReactElement] => {
    const given = govukFixture('button', name).options.name;
    return [
      'button',
      name,
      <Button
        key={name}
        variant={variant}
        type="submit"
        {...(typeof given === 'string' ? { name: given } : {})}
      >
        {ownWords('button', name)}
      </Button>,
    ];
  }),
  ['button', 'type', <Button key="type">{ownWords('button', 'type')}</Button>],
  [
    'button',
    'disabled',
    <Button key="disabled" type="submit" disabled aria-disabled="true">
      {ownWords('button', 'disabled')}
    </Button>,
  ],
  ...Object.entries(TONES).map(([name, tone]): [string, string, ReactElement] => [
    'tag',
    name,
    <Tag key={name} tone={tone}>
      {ownWords('tag', name)}
    </Tag>,
  ]),
  [
    'error-summary',
    'default',
    <ErrorSummary
      key="errors"
      submitCount={1}
      errors={[
        {
          id: 'example-error-1',
          message: 'The date your passport was issued must be in the past',
        },
        { id: 'example-error-2', message: 'Enter a postcode, like AA1 1AA' },
      ]}
    />,
  ],
  ...['default', 'multiple lines'].map((name): [string, string, ReactElement] => [
    'warning-text',
    name,
    <WarningText key={name}>{ownWords('warning-text', name)}</WarningText>,
  ]),
  ['inset-text', 'default', <InsetText key="i">{ownWords('inset-text', 'default')}</InsetText>],
  [
    'details',
    'default',
    <Details key="d" summary="Help with nationality">
      {ownWords('details', 'default')}
    </Details>,
  ],
  [
    'details',
    'expanded',
    <Details key="d" summary="Help with nationality" open>
      {ownWords('details', 'expanded')}
    </Details>,
  ],
  [
    'summary-list',
    'single action with anchor',
    <SummaryList key="s" rows={[{ ...NAME, actions: [action('First action')] }]} />,
  ],
  [
    'summary-list',
    'with some actions',
    <SummaryList
      key="s"
      rows={[
        { ...NAME, actions: [action('Edit', 'name'), action('Delete', 'name')] },
        { key: 'Date of birth', value: '13/08/1980' },
        { key: 'Contact information', value: ADDRESS },
      ]}
    />,
  ],
  [
    'summary-list',
    'no-border',
    <SummaryList
      key="s"
      borders={false}
      rows={[
        NAME,
        { key: 'Date of birth', value: '13/08/1980' },
        { key: 'Contact information', value: ADDRESS },
      ]}
    />,
  ],
  [
    'notification-banner',
    'default',
    <NotificationBanner key="n">{ownWords('notification-banner', 'default')}</NotificationBanner>,
  ],
  [
    'notification-banner',
    'with type as success',
    <NotificationBanner key="n" kind="success">
      {ownWords('notification-banner', 'with type as success')}
    </NotificationBanner>,
  ],
];

it.each(cases)('%s is as in govuk-frontend: %s', (component, name, ours) => {
  const { container } = render(ours);
  expect(shapeInside(container)).toBe(shapeOfHtml(govukFixture(component, name).html));
});

it('a button that only goes somewhere is a link to those who hear it', () => {
  const { getByRole } = render(
    <ButtonGroup>
      <ButtonLink href="/sessions">Open agenda</ButtonLink>
    </ButtonGroup>,
  );
  expect(getByRole('link', { name: 'Open agenda' })).toHaveAttribute('href', '/sessions');
});
