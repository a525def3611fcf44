import { useEffect } from 'react';
import { checkWords } from '#domain/caseload/field-words.ts';
import { ageText } from '#domain/caseload/subject.ts';
import { collectionNames } from '#domain/collections.ts';
import { formatDate } from '#domain/dates/calendar-date.ts';
import { cohortOptions } from '#domain/policies/policy-profile.ts';
import type { Discussion } from '#domain/records/discussion.ts';
import type { Session } from '#domain/records/session.ts';
import { profileOf } from '#storage/settings.ts';
import { useEditing } from '#storage/use-editing.ts';
import { useNews } from '#storage/use-news.ts';
import { useWorkspace } from '#storage/use-workspace.ts';
import { todayIn } from '#storage/writes.ts';
import { Destination } from '#ui/destination.tsx';
import { InsetText } from '#ui/inset-text.tsx';
import { Link } from '#ui/link.tsx';
import { OpenElsewhere } from '#ui/open-elsewhere.tsx';
import { PageHeading } from '#ui/page.tsx';
import { useHeld, useHeldCallback } from '#ui/use-held.ts';
import type { AgendaItem } from './agenda.ts';
import { DiscussionForm } from './discussion-form.tsx';
import { TwoVersions } from './two-versions.tsx';

interface CasePaneProps {
  readonly session: Session;
  readonly item: AgendaItem;
  /** Come here by a key: the focus belongs in the note and not on the heading. */
  readonly byCommand: boolean;
  readonly onDone: () => void;
}

export function CasePane({ session, item, byCommand, onDone }: CasePaneProps) {
  const workspace = useWorkspace();
  const { child, part } = item;
  const today = todayIn(workspace);
  const status = cohortOptions(profileOf(workspace)).find(({ code }) => code === child.status);
  const name = child.name || child.reference || 'No name held';
  const facts = [status?.label, ageText(child, today, formatDate)].filter(Boolean).join(', ');
  return (
    <>
      <PageHeading focusHeading={!byCommand} focusKey={item.rowId}>
        {name}
      </PageHeading>
      <p className="govuk-body">
        {facts}
        {facts && '. '}
        <Destination file="child" name={name} />
      </p>
      {child.checks.map((check) => (
        <p key={check.field} className="govuk-body">
          <strong>{checkWords(check)}</strong>
        </p>
      ))}
      {part.childRecordId !== '' ? (
        <InsetText>
          Finalised. <Link href={`/records/${part.childRecordId}`}>See the record</Link>
        </InsetText>
      ) : (
        <EditablePart session={session} item={item} byCommand={byCommand} onDone={onDone} />
      )}
    </>
  );
}

function EditablePart({ session, item, byCommand, onDone }: CasePaneProps) {
  const { status, takeOver } = useEditing('discussions', item.discussion.id);
  const workspace = useWorkspace();
  const { id, clashes = [] } = item.discussion as Discussion & { clashes?: readonly unknown[] };
  // Before the answer comes it is written in already: the first letters after moving must have a form to
  // land in. Where another tab holds the record they are merged by field, as any two edits are.
  const isEditing = status !== 'elsewhere';
  // Read only it follows what is on disk, so each version is drawn afresh. Editing, nothing is ever
  // written into the form while it is mounted.
  // A choice between two versions is a change from outside: the form is drawn afresh for it.
  const version = isEditing ? `editing ${clashes.length}` : item.discussion.savedAt;
  const shown = `${item.rowId} ${version}`;
  const news = useNews(collectionNames);
  const heldItem = useHeld(item, `${shown} ${news}`);
  const goOn = useHeldCallback(onDone);
  useEffect(() => {
    // What the new form shows is what its edits are measured against.
    if (isEditing && shown && !workspace.queue.unsaved(id)) workspace.openDraft('discussions', id);
  }, [workspace, id, isEditing, shown]);
  return (
    <>
      {!isEditing && <OpenElsewhere onTakeOver={takeOver} />}
      <TwoVersions discussion={item.discussion} />
      <fieldset className="fp-plain" disabled={!isEditing}>
        <DiscussionForm
          key={shown}
          session={session}
          item={heldItem}
          byCommand={byCommand}
          onDone={goOn}
        />
      </fieldset>
    </>
  );
}
