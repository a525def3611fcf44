interface StatusStripProps {
  readonly saved: string;
  readonly connection?: string | undefined;
  readonly warning?: string | undefined;
}

/** Where the text is, in words. Seen here, spoken by the status region, so not live itself. */
export function StatusStrip({ saved, connection, warning }: StatusStripProps) {
  return (
    <ul className="fp-status">
      <li>{saved}</li>
      {connection && <li>{connection}</li>}
      {warning && (
        <li className="fp-status__warning">
          <span aria-hidden="true">! </span>
          {warning}
        </li>
      )}
    </ul>
  );
}
