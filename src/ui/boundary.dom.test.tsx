import { render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Boundary } from './boundary.tsx';

// React tells the console of what was thrown, as it should.
beforeEach(() => void vi.spyOn(console, 'error').mockImplementation(() => {}));
afterEach(() => vi.restoreAllMocks());

function Broken(): never {
  throw new Error('the screen could not be fetched');
}

it('what fails is shown as something else, what stands beside it stays, and another page is shown', () => {
  const page = (at: string, what: React.ReactNode) => (
    <>
      <p>Beside it</p>
      <Boundary at={at} instead={<p>Not shown</p>}>
        {what}
      </Boundary>
    </>
  );
  const { rerender } = render(page('/a', <Broken />));
  expect(screen.getByText('Not shown')).toBeVisible();
  expect(screen.getByText('Beside it')).toBeVisible();
  rerender(page('/b', <p>Another page</p>));
  expect(screen.getByText('Another page')).toBeVisible();
  expect(screen.queryByText('Not shown')).toBeNull();
});
