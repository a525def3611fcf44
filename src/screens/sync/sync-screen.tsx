import { countOf } from '#domain/count-words.ts';
import { troubleWords } from '#domain/versions/sync-words.ts';
import { type SyncNow, useSync } from '#storage/sync/use-sync.ts';
import { Button, ButtonGroup } from '#ui/button.tsx';
import { InsetText } from '#ui/inset-text.tsx';
import { Page } from '#ui/page.tsx';
import { useAnnounce } from '#ui/status-region.tsx';
import { SummaryList } from '#ui/summary-list.tsx';
import { WarningText } from '#ui/warning-text.tsx';
import { BegunHere } from './begun-here.tsx';
import { KeptBeside } from './beside.tsx';
import { ConnectWays, SignInButton } from './connect-ways.tsx';
import { NeedsYou } from './needs-you.tsx';
import { Notices } from './notices.tsx';
import { Settled } from './settled.tsx';
import { WhatWaits } from './what-waits.tsx';

/** What is sent, what waits and why. Footprint is whole without any of it. */
export function SyncScreen() {
  const sync = useSync();
  const announce = useAnnounce();
  if (!sync) return <NoEndpoint />;
  const { now, words } = sync;

  async function syncNow(mayRemoveMany = false) {
    await sync?.syncNow(mayRemoveMany);
    announce('Done');
  }
  return (
    <Page title="Sync" width="text">
      <p className="govuk-body">
        Records are sent to your council’s endpoint and fetched from it by themselves, while
        Footprint is unlocked. Nothing waits for it: you can always record. The endpoint can read
        what is sent to it, because your council answers for these records.
      </p>
      <Notices />
      {now.connected ? (
        <>
          <SummaryList rows={rowsOf(now, words)} />
          <WhatWaits />
          <Trouble now={now} onRemove={() => void syncNow(true)} />
          {now.trouble === 'wrongPerson' && <BegunHere />}
          {now.trouble === 'signedOut' && now.signIn !== 'none' && <SignInButton />}
          <ButtonGroup>
            <Button disabled={now.running} onClick={() => void syncNow()}>
              {now.running ? 'Syncing' : 'Sync now'}
            </Button>
            <Button variant="secondary" onClick={() => void sync.disconnect()}>
              Stop syncing on this device
            </Button>
          </ButtonGroup>
          <NeedsYou />
          <Settled />
        </>
      ) : (
        <ConnectWays />
      )}
      <KeptBeside />
    </Page>
  );
}

const rowsOf = (now: SyncNow, words: string) => [
  { key: 'Endpoint', value: now.origin },
  { key: 'Now', value: words || 'Nothing was sent yet' },
  { key: 'Waiting to send', value: countOf(now.waiting, 'record') },
  { key: 'Two versions', value: countOf(now.clashes, 'record') },
  { key: 'Not taken', value: countOf(now.refused, 'record') },
];

function Trouble({ now, onRemove }: { readonly now: SyncNow; readonly onRemove: () => void }) {
  if (now.trouble === '') return null;
  if (now.trouble === 'askBeforeRemoving' && now.removal) {
    const { count, of } = now.removal;
    return (
      <>
        <WarningText>
          The endpoint says that {count} of the {of} records here were removed. None has been
          removed on this device. Ask whoever runs the endpoint whether that is right.
        </WarningText>
        <Button variant="warning" onClick={onRemove}>
          Remove {countOf(count, 'record')} from this device
        </Button>
      </>
    );
  }
  const who = now.otherPerson === '' ? '' : ` It is ${now.otherPerson} who is signed in.`;
  return (
    <InsetText>
      {troubleWords[now.trouble]}
      {who}
    </InsetText>
  );
}

function NoEndpoint() {
  return (
    <Page title="Sync" width="text">
      <p className="govuk-body">
        This copy of Footprint has no endpoint to sync with. Everything is kept on this device, and
        two people exchange records by files. Whoever set Footprint up can give it an endpoint.
      </p>
    </Page>
  );
}
