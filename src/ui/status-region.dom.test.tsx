import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CopyBlock } from './copy-block.tsx';
import { SaveFailedBanner } from './save-failed-banner.tsx';
import { StatusRegion, useAnnounce, waitMs } from './status-region.tsx';
import { StatusStrip } from './status-strip.tsx';

const now = () => Date.now();

function Region({ resting }: { readonly resting: string }) {
  return (
    <StatusRegion resting={resting} now={now}>
      <StatusStrip saved={resting} connection="Not connected" />
    </StatusRegion>
  );
}

describe('saves', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('200 saves in a minute are announced at most twice, and the last one is', async () => {
    const { rerender } = render(<Region resting="" />);
    const region = screen.getByRole('status');
    expect(region).toBeEmptyDOMElement();
    let announced = 0;
    const spy = new MutationObserver((changes) => {
      announced += changes.length;
    });
    spy.observe(region, { childList: true, characterData: true, subtree: true });

    for (let save = 1; save <= 200; save += 1) {
      rerender(<Region resting="" />);
      rerender(<Region resting={`Saved on this device, save ${save}`} />);
      await act(() => vi.advanceTimersByTimeAsync(300));
    }
    expect(announced).toBeGreaterThan(0);
    expect(announced).toBeLessThanOrEqual(2);
    await act(() => vi.advanceTimersByTimeAsync(60_000));
    expect(region).toHaveTextContent('Saved on this device, save 200');
    expect(announced).toBe(2);
  });

  it('work in progress is not announced', async () => {
    render(<Region resting="" />);
    await act(() => vi.advanceTimersByTimeAsync(120_000));
    expect(screen.getByRole('status')).toBeEmptyDOMElement();
  });
});

it('the wait is what is left of 60 seconds', () => {
  expect(waitMs(undefined, 5_000)).toBe(0);
  expect(waitMs(1_000, 21_000)).toBe(40_000);
  expect(waitMs(1_000, 61_000)).toBe(0);
});

it('an answer to something the person did is said at once, also twice over', async () => {
  const user = userEvent.setup();
  function Next() {
    const announce = useAnnounce();
    return (
      <button type="button" onClick={() => announce('Case 7 of 22')}>
        Next
      </button>
    );
  }
  render(
    <StatusRegion resting="Saved" now={now}>
      <Next />
    </StatusRegion>,
  );
  await user.click(screen.getByRole('button'));
  const first = screen.getByRole('status').textContent;
  await user.click(screen.getByRole('button'));
  expect(first).toBe('Case 7 of 22');
  expect(screen.getByRole('status')).toHaveTextContent('Case 7 of 22');
  expect(screen.getByRole('status').textContent).not.toBe(first);
});

it('a copy says that it worked, or what to do instead', async () => {
  const user = userEvent.setup();
  const onCopy = vi.fn<(text: string) => Promise<void>>().mockResolvedValueOnce();
  onCopy.mockRejectedValueOnce(new Error('forbidden'));
  render(
    <StatusRegion resting="" now={now}>
      <CopyBlock label="For Mosaic" text="Discussed." onCopy={onCopy} />
    </StatusRegion>,
  );
  await user.click(screen.getByRole('button', { name: 'Copy' }));
  expect(onCopy).toHaveBeenCalledWith('Discussed.');
  expect(screen.getByRole('status')).toHaveTextContent('Copied');
  await user.click(screen.getByRole('button', { name: 'Copy' }));
  expect(screen.getByRole('status')).toHaveTextContent('Could not copy');
});

it('a failed save is an alert without the whole note in it, and the note is there to copy', () => {
  render(<SaveFailedBanner text="Long note" reason="The disk is full." onCopy={() => {}} />);
  expect(screen.getByRole('alert')).toHaveTextContent(
    'Not saved. Copy your text before closing this page.The disk is full.',
  );
  expect(screen.getByRole('textbox')).toHaveValue('Long note');
  expect(screen.getByRole('textbox')).toHaveAttribute('readonly');
});
