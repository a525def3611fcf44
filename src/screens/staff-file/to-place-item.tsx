import { goesInTheirFile } from '#domain/staff-file/to-place.ts';
import { SyncMark } from '#exchange/parts/sync-mark.tsx';
import { findStaff } from '#storage/settings.ts';
import type { ToPlace } from '#storage/staff-file/staff-file.ts';
import { useWorkspace } from '#storage/use-workspace.ts';
import { ButtonLink } from '#ui/button.tsx';
import { Link } from '#ui/link.tsx';
import { Tag } from '#ui/tag.tsx';
import { PlacedForm } from './placed-form.tsx';
import { copyWords, markWords, whatOf } from './staff-text-words.ts';
import { UndoPlaced } from './undo-placed.tsx';

interface ToPlaceItemProps {
  readonly text: ToPlace;
  /** Before it is saved: it stays in its place. */
  readonly onSaving: () => void;
  readonly onDone: () => void;
}

/** One record: read it, print it, say where it is; and whether the practitioner has a copy. */
export function ToPlaceItem({ text, onSaving, onDone }: ToPlaceItemProps) {
  const workspace = useWorkspace();
  const { kind, name, mark, isCorrected, history, printHref, readHref, superviseeRef } = text;
  const about = `${name}, ${whatOf(text)}`;
  if (mark)
    return (
      <li className="fp-repeat">
        <p className="govuk-body">
          <Link href={readHref}>{about}</Link>
          <br />
          {markWords(mark)}. <UndoPlaced text={text} onDone={onDone} />
        </p>
      </li>
    );
  const row = goesInTheirFile(kind) ? findStaff(workspace, superviseeRef)?.id : undefined;
  return (
    <li className="fp-repeat">
      <h2 className="govuk-heading-s">
        <Link href={readHref}>{name}</Link>
      </h2>
      <p className="govuk-body">
        {whatOf(text)} <SyncMark id={text.id} about={about} />
        {isCorrected && (
          <>
            <br />
            <Tag tone="yellow">Corrected since it was placed</Tag> Print it again.
          </>
        )}
        {history.map((each) => (
          <span key={each.id}>
            <br />
            <span className="govuk-hint">{markWords(each)}</span>
          </span>
        ))}
      </p>
      <p className="govuk-body">
        A copy for {name}. {copyWords(text)}{' '}
        {row && (
          <Link href={`/handover/make/${row}`}>
            Make a file<span className="govuk-visually-hidden"> for {about}</span>
          </Link>
        )}
      </p>
      <PlacedForm
        text={text}
        about={about}
        onSaving={onSaving}
        onPlaced={onDone}
        before={
          <ButtonLink href={printHref} variant="secondary">
            Print or save as PDF<span className="govuk-visually-hidden"> {about}</span>
          </ButtonLink>
        }
      />
    </li>
  );
}
