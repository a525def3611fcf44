import { type ReactNode, useEffect, useId, useRef } from 'react';

interface NotificationBannerProps {
  readonly kind?: 'important' | 'success';
  readonly title?: string;
  /** One sentence is set as the heading; anything richer is laid out as it is. */
  readonly children: ReactNode;
}

/** At most one on a page, before its heading. Success is the answer to what was just done. */
export function NotificationBanner({
  kind = 'important',
  title,
  children,
}: NotificationBannerProps) {
  const banner = useRef<HTMLDivElement>(null);
  const titleId = useId();
  const isSuccess = kind === 'success';

  useEffect(() => {
    if (isSuccess) banner.current?.focus();
  }, [isSuccess]);

  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: it always has one of two roles
    <div
      ref={banner}
      className={`govuk-notification-banner${isSuccess ? ' govuk-notification-banner--success' : ''}`}
      role={isSuccess ? 'alert' : 'region'}
      aria-labelledby={titleId}
      {...(isSuccess ? { tabIndex: -1 } : {})}
    >
      <div className="govuk-notification-banner__header">
        <h2 className="govuk-notification-banner__title" id={titleId}>
          {title ?? (isSuccess ? 'Success' : 'Important')}
        </h2>
      </div>
      <div className="govuk-notification-banner__content">
        {typeof children === 'string' ? (
          <p className="govuk-notification-banner__heading">{children}</p>
        ) : (
          children
        )}
      </div>
    </div>
  );
}
