import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { StrictMode, useState } from 'react';
import { expect, it, vi } from 'vitest';
import { AppFooter, AppHeader, AppNav, SyntheticBanner } from './app-frame.tsx';
import { NavigateContext } from './link.tsx';
import { NotificationBanner } from './notification-banner.tsx';
import { BackLink, Page, PageFocus, PageHeading } from './page.tsx';
import { SkipLinks } from './skip-links.tsx';

function App() {
  const [screenName, go] = useState('Home');
  return (
    <StrictMode>
      <PageFocus>
        <NavigateContext value={(href) => go(href.slice(1))}>
          <SkipLinks />
          <AppHeader tools={<button type="button">Lock</button>} />
          <AppNav items={[{ href: '/Cases', label: 'Cases', current: screenName === 'Cases' }]} />
          <SyntheticBanner />
          <Page key={screenName} title={screenName} back={<BackLink href="/Home" />} compact>
            <p>Text</p>
          </Page>
          <AppFooter>Help</AppFooter>
        </NavigateContext>
      </PageFocus>
    </StrictMode>
  );
}

it('focus stays where it is at first, and goes to the heading of each page after that', async () => {
  const user = userEvent.setup();
  render(<App />);
  expect(document.body).toHaveFocus();
  expect(document.title).toBe('Home - Footprint');
  await user.click(screen.getByRole('link', { name: 'Cases' }));
  expect(screen.getByRole('heading', { level: 1, name: 'Cases' })).toHaveFocus();
  expect(document.title).toBe('Cases - Footprint');
  expect(screen.getByRole('link', { name: 'Cases' })).toHaveAttribute('aria-current', 'page');
  await user.click(screen.getByRole('link', { name: 'Back' }));
  expect(screen.getByRole('heading', { level: 1, name: 'Home' })).toHaveFocus();
});

it('the first tab stop skips to the page, and the address stays as it is', async () => {
  const user = userEvent.setup();
  render(<App />);
  await user.tab();
  expect(screen.getByRole('link', { name: 'Skip to main content' })).toHaveFocus();
  await user.keyboard('{Enter}');
  expect(screen.getByRole('main')).toHaveFocus();
  expect(location.hash).toBe('');
});

it('a link with a modifier key is left to the browser', async () => {
  const user = userEvent.setup();
  const navigate = vi.fn();
  render(
    <NavigateContext value={navigate}>
      <BackLink href="#elsewhere" />
    </NavigateContext>,
  );
  await user.keyboard('{Control>}');
  await user.click(screen.getByRole('link', { name: 'Back' }));
  await user.keyboard('{/Control}');
  expect(navigate).not.toHaveBeenCalled();
  await user.click(screen.getByRole('link', { name: 'Back' }));
  expect(navigate).toHaveBeenCalledExactlyOnceWith('#elsewhere');
});

it('a heading with a name in it does not reach the title', () => {
  render(
    <Page title="Grace H, 9 years old" documentTitle="Session, case 7 of 22">
      <p>Text</p>
    </Page>,
  );
  expect(document.title).toBe('Session, case 7 of 22 - Footprint');
});

it('the next case on the same screen takes focus to its heading', async () => {
  const user = userEvent.setup();
  function Session() {
    const [name, setName] = useState('Grace H');
    return (
      <Page title="Session" heading="none">
        <PageHeading focusKey={name}>{name}</PageHeading>
        <button type="button" onClick={() => setName('Harry I')}>
          Next
        </button>
      </Page>
    );
  }
  render(<Session />);
  await user.click(screen.getByRole('button', { name: 'Next' }));
  expect(screen.getByRole('heading', { name: 'Harry I' })).toHaveFocus();
});

it('a success takes focus and is announced; a plain notice does neither', () => {
  const { unmount } = render(<NotificationBanner kind="success">Saved</NotificationBanner>);
  expect(screen.getByRole('alert', { name: 'Success' })).toHaveFocus();
  unmount();
  render(<NotificationBanner>Caseload as at 20 November 2026</NotificationBanner>);
  expect(screen.getByRole('region', { name: 'Important' })).not.toHaveFocus();
});
