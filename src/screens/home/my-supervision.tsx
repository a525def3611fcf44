import { lazy, Suspense, useState } from 'react';
import { formatLongDate, parseCalendarDate } from '#domain/dates/calendar-date.ts';
import { preparedWords } from '#domain/preparation/preparation.ts';
import { AgreementNotice } from '#exchange/parts/agreement-notice.tsx';
import { openChildren } from '#storage/caseload/caseload-reads.ts';
import { currentPreparation } from '#storage/preparation/preparation-reads.ts';
import { preparedStatuses } from '#storage/preparation/prepared-cases.ts';
import { findStaff, settingsOf, staffName } from '#storage/settings.ts';
import { useAll, useWorkspace } from '#storage/use-workspace.ts';
import { Button, ButtonGroup, ButtonLink } from '#ui/button.tsx';
import { Link } from '#ui/link.tsx';

// Fetched once it is asked for, or was: Home does not wait for a form.
const AskForExtra = lazy(async () => ({
  default: (await import('#exchange/extra/ask-for-extra.tsx')).AskForExtra,
}));

const AlsoSupervised = lazy(async () => ({
  default: (await import('#exchange/parts/also-supervised.tsx')).AlsoSupervised,
}));

const EntitlementOffer = lazy(async () => ({
  default: (await import('#exchange/parts/entitlement-offer.tsx')).EntitlementOffer,
}));

/** What somebody who is supervised does next: prepare, and hand it over. */
export function MySupervision() {
  const workspace = useWorkspace();
  useAll('preparations');
  useAll('responses');
  useAll('settings');
  useAll('staff');
  const sessions = useAll('sessions');
  const { me, alsoMe, supervisorRef, alsoSupervisedBy } = settingsOf(workspace);
  const supervisor = staffName(workspace, supervisorRef);
  const mine = [me, ...alsoMe];
  const [next] = sessions
    // One that was planned with a supervisor before is nobody's any more.
    .filter(
      (session) =>
        session.status === 'planned' &&
        mine.includes(session.superviseeRef) &&
        session.supervisorRef === supervisorRef,
    )
    .toSorted((a, b) => (a.plannedFor < b.plannedFor ? -1 : 1));
  const on = parseCalendarDate(next?.plannedFor ?? '');
  return (
    <section aria-labelledby="my-supervision">
      <h2 className="govuk-heading-m" id="my-supervision">
        My supervision with {supervisor}
      </h2>
      <p className="govuk-body">
        {on ? `Next: ${formatLongDate(on)}.` : 'No date held for the next one.'}{' '}
        {next && <Link href={`/sessions/${next.id}/agenda`}>See the agenda</Link>}
      </p>
      <Suspense fallback={null}>
        <EntitlementOffer />
      </Suspense>
      <Prepared supervisor={supervisor} />
      <AgreementNotice superviseeRef={me} />
      <ButtonGroup>
        <ButtonLink href="/prepare">
          {on ? `Prepare for ${formatLongDate(on)}` : 'Prepare for supervision'}
        </ButtonLink>
        <ButtonLink
          href={`/handover/make/${findStaff(workspace, supervisorRef)?.id ?? ''}`}
          variant="secondary"
        >
          Make a file for {supervisor}
        </ButtonLink>
        <ButtonLink href="/handover/open" variant="secondary">
          Open a file
        </ButtonLink>
      </ButtonGroup>
      {alsoSupervisedBy.length > 0 && (
        <Suspense fallback={null}>
          <AlsoSupervised />
        </Suspense>
      )}
      <ExtraSupervision />
      <p className="govuk-body">
        <Link href={`/agreements/${findStaff(workspace, me)?.id ?? ''}`}>My agreement</Link>
      </p>
    </section>
  );
}

/** Part of no preparation, and at any time. */
function ExtraSupervision() {
  const [isAsking, setAsking] = useState(false);
  const hasAsked = useAll('responses').some(({ kind }) => kind === 'extraSupervision');
  return (
    <>
      {(isAsking || hasAsked) && (
        <Suspense fallback={null}>
          <AskForExtra isAsking={isAsking} />
        </Suspense>
      )}
      {!isAsking && (
        <Button variant="secondary" onClick={() => setAsking(true)}>
          Ask for extra supervision
        </Button>
      )}
    </>
  );
}

function Prepared({ supervisor }: { readonly supervisor: string }) {
  const workspace = useWorkspace();
  const current = currentPreparation(workspace);
  if (!current) return <p className="govuk-body">Nothing prepared yet.</p>;
  const children = openChildren(workspace, settingsOf(workspace).me).map(({ ref }) => ref);
  const words = preparedWords(preparedStatuses(workspace, current, children));
  return (
    <p className="govuk-body">
      {words}. {current.body.sharedAt === '' ? `Not shared with ${supervisor} yet.` : 'Shared.'}
    </p>
  );
}
