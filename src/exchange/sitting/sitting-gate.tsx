import { type ReactNode, useEffect, useRef } from 'react';
import { formatTime, toInstant } from '#domain/dates/calendar-date.ts';
import { settingsOf } from '#storage/settings.ts';
import { closeSitting, openExampleSitting, sittingMinutes } from '#storage/signing/sitting.ts';
import { useWorkspace } from '#storage/use-workspace.ts';
import { Button } from '#ui/button.tsx';
import { useAnnounce } from '#ui/status-region.tsx';
import { AskSecret, type Asks } from './ask-secret.tsx';
import { useSitting } from './use-sitting.ts';

interface SittingGateProps {
  /** Of its form: where a page has a second gate. */
  readonly id?: string;
  /** What it is asked for: "copy records for LCS". */
  readonly what: string;
  /** `eachTime` where whoever stands behind it closes it again: see `useAskEachTime`. */
  readonly asks?: Asks;
  /** Once it was opened here: where the focus goes. Left out, it goes to the gate itself. */
  readonly onOpen?: () => void;
  /** Taken away when the time is up: a form that is typed into stands outside. */
  readonly children?: ReactNode;
}

/**
 * Asks once more who is at the desk, in its place on the page and never in front of it; then shows what it
 * stands before, for half an hour. See [Note: A sitting] in #storage/signing/sitting.ts. Outside every form.
 */
export function SittingGate(props: SittingGateProps) {
  const { id = 'sitting', what, asks = 'sitting', onOpen, children } = props;
  const workspace = useWorkspace();
  const announce = useAnnounce();
  const untilMs = useSitting();
  const gate = useRef<HTMLElement>(null);
  const isOpen = untilMs !== undefined;
  const openedHere = useRef(false);
  const wasOpen = useRef(isOpen);
  const until = isOpen ? formatTime(toInstant(new Date(untilMs).toISOString())) : '';

  // biome-ignore lint/correctness/useExhaustiveDependencies: when it opens or ends, and at no other time
  useEffect(() => {
    const change = { isHere: isOpen && openedHere.current, isOver: !isOpen && wasOpen.current };
    wasOpen.current = isOpen;
    openedHere.current = false;
    if (change.isHere) announce(`Open until ${until}`);
    if (change.isHere && onOpen) onOpen();
    // What had the focus went with the change: back to the gate, and not to the top of the page.
    else if ((change.isHere || change.isOver) && document.activeElement === document.body)
      gate.current?.focus();
  }, [isOpen]);

  const opened = () => {
    openedHere.current = true;
  };
  return (
    <section ref={gate} tabIndex={-1} aria-label={`To ${what}`}>
      {isOpen ? (
        <>
          <p className="govuk-body">
            Open until {until}.{' '}
            <Button variant="link" onClick={() => closeSitting(workspace)}>
              End it<span className="govuk-visually-hidden"> now</span>
            </Button>
          </p>
          {children}
        </>
      ) : settingsOf(workspace).synthetic ? (
        <OpenExample asks={asks} onOpening={opened} />
      ) : (
        <AskSecret id={id} what={what} asks={asks} onOpening={opened} />
      )}
    </section>
  );
}

interface OpenExampleProps {
  readonly asks: Asks;
  readonly onOpening: () => void;
}

function OpenExample({ asks, onOpening }: OpenExampleProps) {
  const workspace = useWorkspace();
  return (
    <>
      <p className="govuk-body">
        Here your own records ask for your passphrase,{' '}
        {asks === 'sitting' ? `once for ${sittingMinutes} minutes` : 'each time'}. The example
        caseload has none.
      </p>
      <Button
        variant="secondary"
        onClick={() => {
          onOpening();
          void openExampleSitting(workspace);
        }}
      >
        Open for {sittingMinutes} minutes
      </Button>
    </>
  );
}
