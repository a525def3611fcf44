import { observationTables } from '#domain/observations/observation-fields.ts';
import type { Observation } from '#domain/records/observation.ts';
import { DraftFrame } from '#exchange/draft/draft-frame.tsx';
import { PutAside } from '#exchange/draft/put-aside.tsx';
import { useStoredAddress } from '#exchange/draft/use-stored-address.ts';
import { findStaff, staffName } from '#storage/settings.ts';
import { setObservationAside } from '#storage/staff-file/observations.ts';
import { useWorkspace } from '#storage/use-workspace.ts';
import { IdentityBar } from '#ui/identity-bar.tsx';
import { BackLink, Page } from '#ui/page.tsx';
import { ObservationForm } from './observation-form.tsx';

interface ObservationPageProps {
  readonly observation: Observation;
  readonly isStored: boolean;
  readonly isNew: boolean;
}

/** An observation while it is written: saved as typed, by one tab at a time. */
export function ObservationPage({ observation, isStored, isNew }: ObservationPageProps) {
  const workspace = useWorkspace();
  const { id, kind, superviseeRef } = observation;
  const name = staffName(workspace, superviseeRef);
  const personRow = findStaff(workspace, superviseeRef)?.id ?? '';
  useStoredAddress(isNew && isStored, `/observations/${id}`);
  return (
    <Page
      title={observationTables[kind].title}
      width="text"
      back={<BackLink href={`/practitioners/${personRow}`}>{name}</BackLink>}
    >
      <IdentityBar name={name} />
      <PutAside
        droppedAt={observation.droppedAt}
        onTakeUp={() => setObservationAside(workspace, id, false)}
      />
      <DraftFrame
        collection="observations"
        id={id}
        body={observation}
        formId="observation"
        before="before this is finalised"
      >
        <ObservationForm observation={observation} name={name} />
      </DraftFrame>
    </Page>
  );
}
