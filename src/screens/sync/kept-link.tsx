import { Link } from '#ui/link.tsx';

interface KeptLinkProps {
  readonly id: string;
  /** Completes the link for those who hear it alone: of which record. */
  readonly about: string;
}

/** The one way out of whatever is kept of a record beside the text that counts. */
export const KeptLink = ({ id, about }: KeptLinkProps) => (
  <p className="govuk-body">
    <Link href={`/sync/texts/${id}`}>
      Read all of it, or save it to a file
      <span className="govuk-visually-hidden">, {about}</span>
    </Link>
  </p>
);
