import { useEffect } from 'react';
import type { Clashed } from '#domain/discussion-progress.ts';
import { observationTables } from '#domain/observations/observation-fields.ts';
import type { Observation } from '#domain/records/observation.ts';
import { TwoVersions } from '#exchange/two-versions.tsx';
import { setObservationAside } from '#storage/observations.ts';
import { findStaff, staffName } from '#storage/settings.ts';
import { useEditing } from '#storage/use-editing.ts';
import { useWorkspace } from '#storage/use-workspace.ts';
import { Button } from '#ui/button.tsx';
import { IdentityBar } from '#ui/identity-bar.tsx';
import { InsetText } from '#ui/inset-text.tsx';
import { useGoTo } from '#ui/link.tsx';
import { OpenElsewhere } from '#ui/open-elsewhere.tsx';
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
  const goTo = useGoTo();
  const { id, kind, superviseeRef } = observation;
  const { status, takeOver } = useEditing('observations', id);
  const { clashes = [] } = observation as Observation & Clashed;
  // The first letters must have a form to land in before the answer comes.
  const isEditing = status !== 'elsewhere';
  const version = isEditing ? `editing ${clashes.length}` : observation.savedAt;
  const name = staffName(workspace, superviseeRef);
  const personRow = findStaff(workspace, superviseeRef)?.id ?? '';
  useEffect(() => {
    // The address of a draft that is stored: locking comes back to it and not to an empty page.
    if (isNew && isStored) goTo(`/observations/${id}`);
  }, [isNew, isStored, id, goTo]);
  useEffect(() => {
    if (isEditing && version && !workspace.queue.unsaved(id))
      workspace.openDraft('observations', id);
  }, [workspace, id, isEditing, version]);
  return (
    <Page
      title={observationTables[kind].title}
      width="text"
      back={<BackLink href={`/practitioners/${personRow}`}>{name}</BackLink>}
    >
      <IdentityBar name={name} />
      {observation.droppedAt !== '' && (
        <InsetText>
          This was put aside as not needed. Its text is kept.{' '}
          <Button variant="link" onClick={() => void setObservationAside(workspace, id, false)}>
            It is needed after all
          </Button>
        </InsetText>
      )}
      {!isEditing && <OpenElsewhere onTakeOver={takeOver} />}
      <TwoVersions
        collection="observations"
        id={id}
        body={observation}
        sectionId="observation-twoVersions"
        before="before this is finalised"
        other={{ key: 'The other', keep: 'Keep the other' }}
      />
      <fieldset className="fp-plain" disabled={!isEditing}>
        <ObservationForm key={version} observation={observation} name={name} />
      </fieldset>
    </Page>
  );
}
