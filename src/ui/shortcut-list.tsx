import { shortcutLines } from '#domain/keys/shortcuts.ts';

/** Every key, what it does, and what on the page does the same. */
export function ShortcutList() {
  return (
    <>
      <Keys title="On every page" where="everywhere" />
      <Keys title="In a session" where="session" />
    </>
  );
}

interface KeysProps {
  readonly title: string;
  readonly where: Parameters<typeof shortcutLines>[0];
}

function Keys({ title, where }: KeysProps) {
  return (
    <>
      <h3 className="govuk-heading-s">{title}</h3>
      <dl className="govuk-summary-list">
        {shortcutLines(where).map(({ id, keys, does, button }) => (
          <div className="govuk-summary-list__row" key={id}>
            <dt className="govuk-summary-list__key">{keys}</dt>
            <dd className="govuk-summary-list__value">
              {does}. <span className="govuk-hint">{button}</span>
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}
