import type { HandoverNote } from '#domain/records/handover-note.ts';
import { noteLine, sectionsOfNote } from '#domain/supervision/handover-note.ts';
import { AmendStaffRecord } from '#exchange/parts/amend-staff-record.tsx';
import { SignRecord } from '#exchange/signing/sign-record.tsx';
import { Destination } from '#ui/destination.tsx';

interface HandoverNoteHeldProps {
  readonly note: HandoverNote;
  /** Handed over: what is signed is shown, and nothing is asked (HAND20). */
  readonly isGone?: boolean;
}

/** A finalised handover note that is held here, with its signatures and corrections. */
export function HandoverNoteHeld({ note, isGone = false }: HandoverNoteHeldProps) {
  return (
    <>
      <HandoverNoteRead note={note} />
      <SignRecord recordId={note.id} what="this note" isReadOnly={isGone} />
      <AmendStaffRecord recordId={note.id} />
    </>
  );
}

/** A finalised handover note, to read: on either device, and before a file is taken in. */
export function HandoverNoteRead({ note }: { readonly note: HandoverNote }) {
  return (
    <section aria-labelledby="handover-note">
      <h2 className="govuk-heading-m" id="handover-note">
        Handover note
      </h2>
      <p className="govuk-body">
        <Destination file="staff" /> {noteLine(note)}
      </p>
      <NoteSections note={note} />
    </section>
  );
}

type Sections = Parameters<typeof sectionsOfNote>[0];

interface NoteSectionsProps {
  readonly note: Sections;
  /** Beside the field that the first one is typed into. */
  readonly listedOnly?: boolean;
}

export function NoteSections({ note, listedOnly = false }: NoteSectionsProps) {
  return sectionsOfNote(note)
    .slice(listedOnly ? 1 : 0)
    .map(({ title, lines, none }) => (
      <div key={title}>
        <h3 className="govuk-heading-s">{title}</h3>
        {lines.length === 0 && <p className="govuk-body">{none}</p>}
        {lines.length === 1 && <p className="govuk-body fp-text">{lines[0]}</p>}
        {lines.length > 1 && (
          <ul className="govuk-list govuk-list--bullet">
            {lines.map((line, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two lines may say the same
              <li key={i} className="fp-text">
                {line}
              </li>
            ))}
          </ul>
        )}
      </div>
    ));
}
