import { Link } from '#ui/link.tsx';

interface StaffTextProps {
  /** The parts of the text: the head first, how it was finalised last. */
  readonly blocks: readonly string[];
  /** Where it is printed: there it is asked each time who is there. */
  readonly href: string;
  /** "Print this form". */
  readonly words: string;
}

/** A text of the supervision file: to read, and the way to print it. */
export function StaffTextOut({ blocks, href, words }: StaffTextProps) {
  return (
    <>
      <div className="govuk-body fp-text">{blocks.join('\n\n')}</div>
      <p className="govuk-body">
        <Link href={href}>{words}</Link>
      </p>
    </>
  );
}
