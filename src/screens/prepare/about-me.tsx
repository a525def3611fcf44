import { ButtonGroup } from '#ui/button.tsx';
import { PageHeading } from '#ui/page.tsx';
import { AwayFields } from './away-fields.tsx';
import { PreviousAndNext } from './previous-and-next.tsx';
import { WantsFields } from './wants-fields.tsx';

interface AboutMeProps {
  readonly page: 'wants' | 'away';
  readonly previous: string | undefined;
  readonly next: string | undefined;
}

/** What is not about one child: on its own page here, and on the overview too. */
export function AboutMe({ page, previous, next }: AboutMeProps) {
  return (
    <>
      <PageHeading focusKey={page}>
        {page === 'wants' ? 'What I want from supervision' : 'Absences and wellbeing'}
      </PageHeading>
      {page === 'wants' ? <WantsFields /> : <AwayFields />}
      <ButtonGroup>
        <PreviousAndNext previous={previous} next={next ?? ''} />
      </ButtonGroup>
    </>
  );
}
