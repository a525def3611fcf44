import { ButtonLink } from '#ui/button.tsx';
import { pageOf } from './prepare-list.ts';

interface PreviousAndNextProps {
  readonly previous: string | undefined;
  /** '' is the overview. */
  readonly next: string | undefined;
}

/** Links and not buttons, so that they also work where the page can only be read. */
export function PreviousAndNext({ previous, next }: PreviousAndNextProps) {
  return (
    <>
      {previous !== undefined && (
        <ButtonLink variant="secondary" href={pageOf(previous)}>
          Previous
        </ButtonLink>
      )}
      {next !== undefined && (
        <ButtonLink variant="secondary" href={pageOf(next)}>
          {next === '' ? 'Overview and sharing' : 'Next'}
        </ButtonLink>
      )}
    </>
  );
}
