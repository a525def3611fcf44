import { useState } from 'react';
import { type Instant, parseInstant } from '#domain/dates/calendar-date.ts';
import { changedSinceShared, changedWords, dayAndTime } from '#domain/preparation/preparation.ts';
import { fileMadeSince } from '#storage/preparation/preparation-reads.ts';
import { sharePreparation } from '#storage/preparation/preparations.ts';
import { findStaff, settingsOf } from '#storage/settings.ts';
import { useAll, useWorkspace } from '#storage/use-workspace.ts';
import { Button, ButtonLink } from '#ui/button.tsx';
import { useAnnounce } from '#ui/status-region.tsx';
import { WarningText } from '#ui/warning-text.tsx';
import type { PrepareRecords } from './prepare-forms.ts';

interface SharePreparationProps extends PrepareRecords {
  readonly supervisor: string;
}

/** Sharing is said once and never taken back; what is changed later says so. */
export function SharePreparation(props: SharePreparationProps) {
  const { preparation, supervisor } = props;
  const sharedAt = parseInstant(preparation.body.sharedAt);
  return (
    <section>
      <h2 className="govuk-heading-m">Share with {supervisor}</h2>
      {sharedAt ? <Shared {...props} sharedAt={sharedAt} /> : <NotShared {...props} />}
    </section>
  );
}

function NotShared({ preparation, supervisor }: SharePreparationProps) {
  const workspace = useWorkspace();
  const announce = useAnnounce();
  const [state, setState] = useState<'ready' | 'busy' | 'failed'>('ready');

  async function share() {
    setState('busy');
    try {
      await sharePreparation(workspace, preparation.id);
      announce(`Shared with ${supervisor}`);
    } catch (cause) {
      console.warn('the preparation was not shared', cause);
      setState('failed');
    }
  }
  return (
    <>
      <p className="govuk-body">
        {supervisor} can see all of this once you give them a file: every child, what you want, your
        absences and how the work affects you. You can go on changing it, and it will say so.
        Sharing cannot be taken back.
      </p>
      {state === 'failed' && (
        <WarningText>It could not be shared: this device did not save it. Try again.</WarningText>
      )}
      <Button disabled={state === 'busy'} onClick={() => void share()}>
        Share with {supervisor}
      </Button>
    </>
  );
}

interface SharedProps extends SharePreparationProps {
  readonly sharedAt: Instant;
}

function Shared({ preparation, before, supervisor, sharedAt }: SharedProps) {
  const workspace = useWorkspace();
  useAll('handovers');
  const changedAt = changedSinceShared(preparation.body, before.body);
  const { supervisorRef } = settingsOf(workspace);
  const madeAt = fileMadeSince(workspace, supervisorRef, changedAt ?? sharedAt);
  return (
    <>
      <p className="govuk-body">Shared on {dayAndTime(sharedAt)}.</p>
      {changedAt && (
        <p className="govuk-body">
          Changed since: {changedWords(changedAt, preparation.body.sharedAt)}.
          {!madeAt && ' It goes with the next file you make.'}
        </p>
      )}
      <p className="govuk-body">
        {madeAt
          ? `The file you made on ${dayAndTime(madeAt)} has all of it.`
          : `${supervisor} sees it once you give them a file.`}
      </p>
      <ButtonLink
        href={`/handover/make/${findStaff(workspace, supervisorRef)?.id ?? ''}`}
        variant={madeAt ? 'secondary' : 'primary'}
      >
        Make a file for {supervisor}
      </ButtonLink>
    </>
  );
}
