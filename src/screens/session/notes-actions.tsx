import type { CalendarDate } from '#domain/dates/calendar-date.ts';
import { ActionLines } from '#exchange/draft/action-lines.tsx';
import { NotesSection } from './notes-section.tsx';

/** Actions about the person. Those about a child are agreed in that child's discussion. */
export function NotesActions({ meetingOn }: { readonly meetingOn: CalendarDate }) {
  return (
    <NotesSection title="Actions agreed">
      <ActionLines agreedOn={meetingOn} />
    </NotesSection>
  );
}
