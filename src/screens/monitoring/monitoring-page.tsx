import { useEffect } from 'react';
import type { Clashed } from '#domain/discussion-progress.ts';
import { monitoringHeading } from '#domain/monitoring/monitoring-heading.ts';
import type { Monitoring } from '#domain/records/monitoring.ts';
import { TwoVersions } from '#exchange/two-versions.tsx';
import { setMonitoringAside } from '#storage/monitoring.ts';
import { profileOf, staffName, superviseeTerm } from '#storage/settings.ts';
import { useEditing } from '#storage/use-editing.ts';
import { useWorkspace } from '#storage/use-workspace.ts';
import { Button } from '#ui/button.tsx';
import { Destination } from '#ui/destination.tsx';
import { IdentityBar } from '#ui/identity-bar.tsx';
import { InsetText } from '#ui/inset-text.tsx';
import { useGoTo } from '#ui/link.tsx';
import { OpenElsewhere } from '#ui/open-elsewhere.tsx';
import { BackLink, Page } from '#ui/page.tsx';
import { MonitoringForm } from './monitoring-form.tsx';

interface MonitoringPageProps {
  readonly draft: Monitoring;
  readonly isStored: boolean;
  readonly isNew: boolean;
}

/** The form while it is written: saved as typed, by one tab at a time. */
export function MonitoringPage({ draft, isStored, isNew }: MonitoringPageProps) {
  const workspace = useWorkspace();
  const goTo = useGoTo();
  const { id } = draft;
  const { status, takeOver } = useEditing('monitoring', id);
  const { clashes = [] } = draft as Monitoring & Clashed;
  // As of a discussion: the first letters must have a form to land in before the answer comes.
  const isEditing = status !== 'elsewhere';
  const version = isEditing ? `editing ${clashes.length}` : draft.savedAt;
  useEffect(() => {
    // The address of a draft that is stored: locking comes back to it and not to an empty page.
    if (isNew && isStored) goTo(`/monitoring/${id}`);
  }, [isNew, isStored, id, goTo]);
  useEffect(() => {
    if (isEditing && version && !workspace.queue.unsaved(id)) workspace.openDraft('monitoring', id);
  }, [workspace, id, isEditing, version]);
  return (
    <Page
      title={monitoringHeading(profileOf(workspace))}
      width="text"
      compact
      back={<BackLink href="/monitoring">Monitoring</BackLink>}
    >
      <WhoseMonitoring form={draft} />
      <p className="govuk-body">
        <Destination file="staff" />
      </p>
      {draft.droppedAt !== '' && (
        <InsetText>
          This was put aside as not needed. Its text is kept.{' '}
          <Button variant="link" onClick={() => void setMonitoringAside(workspace, id, false)}>
            It is needed after all
          </Button>
        </InsetText>
      )}
      {!isEditing && <OpenElsewhere onTakeOver={takeOver} />}
      <TwoVersions
        collection="monitoring"
        id={id}
        body={draft}
        sectionId="monitoring-twoVersions"
        before="before this is finalised"
        other={{ key: 'The other', keep: 'Keep the other' }}
      />
      <fieldset className="fp-plain" disabled={!isEditing}>
        <MonitoringForm key={version} draft={draft} />
      </fieldset>
    </Page>
  );
}

/** Whose supervision it is about, and by whom: part 0 of the form. */
export function WhoseMonitoring({ form }: { readonly form: Monitoring }) {
  const workspace = useWorkspace();
  return (
    <IdentityBar
      name={staffName(workspace, form.superviseeRef)}
      facts={[
        { label: 'As', value: superviseeTerm(workspace) },
        { label: 'Supervisor', value: staffName(workspace, form.supervisorRef) },
      ]}
    />
  );
}
