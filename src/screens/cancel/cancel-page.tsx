import type { CancellationRecord } from '#domain/records/cancellation.ts';
import type { Session } from '#domain/records/session.ts';
import { DraftFrame } from '#exchange/draft/draft-frame.tsx';
import { putBackSession } from '#storage/session/cancellations.ts';
import { staffName } from '#storage/settings.ts';
import { useAll, useWorkspace } from '#storage/use-workspace.ts';
import { Button } from '#ui/button.tsx';
import { InsetText } from '#ui/inset-text.tsx';
import { BackLink, Page } from '#ui/page.tsx';
import { useAnnounce } from '#ui/status-region.tsx';
import { CancelForm } from './cancel-form.tsx';
import { PlannedFor, WhatStays } from './what-stays.tsx';

interface CancelPageProps {
  readonly session: Session;
  readonly record: CancellationRecord;
}

/** It is cancelled; what is to be said of it is written now or later, and saved as it is typed. */
export function CancelPage({ session, record }: CancelPageProps) {
  const workspace = useWorkspace();
  const announce = useAnnounce();
  useAll('preparations');
  const putBack = async () => {
    await workspace.queue.flushOne(record.id);
    const done = await putBackSession(workspace, session.id);
    announce(done.outcome === 'putBack' ? 'The session is planned again' : done.why);
  };
  return (
    <Page
      title={`Cancelled: session with ${staffName(workspace, session.superviseeRef)}`}
      documentTitle="Cancelled session"
      width="text"
      back={<BackLink href="/sessions">Supervision sessions</BackLink>}
      focusKey={`cancelled ${record.id}`}
    >
      <InsetText>
        This session is cancelled.{' '}
        <Button variant="link" onClick={() => void putBack()}>
          It takes place after all
        </Button>
      </InsetText>
      <PlannedFor session={session} />
      <WhatStays session={session} />
      <DraftFrame
        collection="cancellations"
        id={record.id}
        body={record}
        formId="cancel"
        before="before this is recorded"
      >
        <CancelForm record={record} />
      </DraftFrame>
    </Page>
  );
}
