import { useState } from 'react';
import {
  type Observation,
  type ObservationKind,
  observationKinds,
} from '#domain/records/observation.ts';
import { newObservation } from '#storage/staff-file/observations.ts';
import { mayObserve } from '#storage/staff-file/observations-reads.ts';
import { useAll, useRecord, useWorkspace } from '#storage/use-workspace.ts';
import type { Workspace } from '#storage/workspace.ts';
import { Link } from '#ui/link.tsx';
import { BackLink, Page } from '#ui/page.tsx';
import { ChooseObserved } from './choose-observed.tsx';
import { ObservationFinalised } from './observation-finalised.tsx';
import { ObservationPage } from './observation-page.tsx';

interface ObservationScreenProps {
  /** "new", or the id of an observation. */
  readonly id: string;
  /** Of a new one: its kind, and the row of the person: "liveSupervision.3f…". */
  readonly about?: string | undefined;
}

/**
 * An observation of somebody's work. A new one has its address once its first letter is saved; the form
 * stays where it is, with the focus in it.
 */
export function ObservationScreen({ id, about = '' }: ObservationScreenProps) {
  const workspace = useWorkspace();
  useAll('staff');
  const address = `${id}/${about}`;
  const [shown, setShown] = useState(address);
  const [fresh, setFresh] = useState(() => freshObservation(workspace, about));
  if (shown !== address) {
    setShown(address);
    if (id === 'new') setFresh(freshObservation(workspace, about));
  }
  const ownId = id === 'new' ? (fresh?.id ?? '') : id;
  const stored = useRecord('observations', ownId)?.body;
  const observation = stored ?? (ownId === fresh?.id ? fresh : undefined);
  if (stored && stored.finalisedAt !== '')
    return <ObservationFinalised id={ownId} observation={stored} />;
  if (!mayObserve(workspace)) return <ForSupervisors />;
  if (id === 'new' && !fresh) return <ChooseObserved kind={kindOf(about.split('.')[0])} />;
  if (!observation) return <NotHere />;
  return (
    <ObservationPage
      key={ownId}
      observation={observation}
      isStored={stored !== undefined}
      isNew={id === 'new'}
    />
  );
}

const kindOf = (text: string | undefined): ObservationKind =>
  observationKinds.find((kind) => kind === text) ?? 'liveSupervision';

function freshObservation(workspace: Workspace, asked: string): Observation | undefined {
  const [kind, personRow = ''] = asked.split('.');
  const person = workspace.set.find('staff', personRow)?.body;
  return person && newObservation(workspace, kindOf(kind), person.ref);
}

function ForSupervisors() {
  return (
    <Page title="Live supervision" width="text" back={<BackLink href="/">Home</BackLink>}>
      <p className="govuk-body">
        Whoever observed writes it. What was finalised comes with the next file from your
        supervisor.
      </p>
    </Page>
  );
}

function NotHere() {
  return (
    <Page title="Not found" width="text" back={<BackLink href="/">Home</BackLink>}>
      <p className="govuk-body">
        This is not on this device. <Link href="/observations/new">Record a live supervision</Link>
      </p>
    </Page>
  );
}
