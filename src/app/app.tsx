import { lazy, Suspense, useCallback, useEffect, useState } from 'react';
import { type Account, listAccounts } from '#storage/keys/accounts.ts';
import type { Workspace } from '#storage/workspace.ts';
import { Page, PageFocus } from '#ui/page.tsx';
import { WarningText } from '#ui/warning-text.tsx';
import { LockScreen } from './lock-screen.tsx';
import { OutsideFrame } from './outside-frame.tsx';
import { Unlocked } from './unlocked.tsx';

// Not on the way from Unlock to Home.
const StartHere = lazy(async () => ({ default: (await import('./start-here.tsx')).StartHere }));
const HelpScreen = lazy(async () => ({
  default: (await import('#screens/help/help-screen.tsx')).HelpScreen,
}));

type AppState =
  | { readonly status: 'looking' }
  | { readonly status: 'noStorage' }
  | {
      readonly status: 'locked';
      readonly accounts: readonly Account[];
      readonly chosen: 'unlock' | 'start';
    }
  | { readonly status: 'open'; readonly workspace: Workspace };

/** Locked or open: nothing between. Locking reloads the page, so the way back is always from here. */
export function App() {
  const [state, setState] = useState<AppState>({ status: 'looking' });

  useEffect(() => {
    listAccounts().then(
      (accounts) =>
        setState({ status: 'locked', accounts, chosen: accounts.length > 0 ? 'unlock' : 'start' }),
      () => setState({ status: 'noStorage' }),
    );
  }, []);

  const open = useCallback((workspace: Workspace) => setState({ status: 'open', workspace }), []);
  const choose = useCallback(
    (chosen: 'unlock' | 'start') =>
      setState((before) => (before.status === 'locked' ? { ...before, chosen } : before)),
    [],
  );

  // Help is there before unlocking too; opening it and going back loads the page, which is locked anyway.
  const isHelp = location.pathname === '/help';
  return (
    <PageFocus>
      {state.status === 'noStorage' && <NoStorage />}
      {state.status === 'locked' && isHelp && (
        <OutsideFrame>
          <Suspense fallback={null}>
            <HelpScreen />
          </Suspense>
        </OutsideFrame>
      )}
      {state.status === 'locked' && !isHelp && state.chosen === 'unlock' && (
        <LockScreen accounts={state.accounts} onOpen={open} onStart={() => choose('start')} />
      )}
      {state.status === 'locked' && !isHelp && state.chosen === 'start' && (
        <Suspense fallback={null}>
          <StartHere accounts={state.accounts} onOpen={open} onBack={() => choose('unlock')} />
        </Suspense>
      )}
      {state.status === 'open' && <Unlocked workspace={state.workspace} />}
    </PageFocus>
  );
}

function NoStorage() {
  return (
    <Page title="Footprint cannot open its storage" width="text">
      <WarningText>
        This browser did not let Footprint read its records. Nothing has been changed or removed.
      </WarningText>
      <p className="govuk-body">
        Close other windows of Footprint and open it again. A private or guest window cannot be
        used.
      </p>
    </Page>
  );
}
