import { formatDateTime, toInstant } from '#domain/dates/calendar-date.ts';
import { useSync } from '#storage/sync/use-sync.ts';
import { Button } from '#ui/button.tsx';
import { NotificationBanner } from '#ui/notification-banner.tsx';

/** What left this device, and why: said until a person has read it. */
export function Notices() {
  const sync = useSync();
  const notices = sync?.now.notices ?? [];
  if (notices.length === 0) return null;
  return (
    <NotificationBanner title="Important">
      {notices.map(({ at, text }) => (
        <p className="govuk-body" key={`${at} ${text}`}>
          {formatDateTime(toInstant(at))}: {text}
        </p>
      ))}
      <Button variant="secondary" onClick={() => void sync?.dismissNotices()}>
        I have read this
      </Button>
    </NotificationBanner>
  );
}
