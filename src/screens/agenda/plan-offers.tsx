import { formatDate } from '#domain/dates/calendar-date.ts';
import type { StaffRef } from '#domain/ids.ts';
import type { Shortfall } from '#domain/plan/shortfall.ts';
import type { AgendaPlan } from '#storage/session/session-plan.ts';
import { Button, ButtonGroup } from '#ui/button.tsx';
import { Details } from '#ui/details.tsx';
import { InsetText } from '#ui/inset-text.tsx';
import { SecondSession } from './second-session.tsx';

interface PlanOffersProps {
  readonly agendaPlan: AgendaPlan;
  readonly shortfall: Shortfall;
  readonly superviseeRef: StaffRef;
  /** The child whose brief check-in would be thought about first. */
  readonly toBrief: { readonly name: string; readonly choose: () => void } | undefined;
  readonly onExtend: (minutes: number) => void;
}

/** Too short: what can be done about it. Nobody was demoted, and nothing is refused (PLAN9). */
export function PlanOffers(props: PlanOffersProps) {
  const { agendaPlan, shortfall, superviseeRef, toBrief, onExtend } = props;
  const { length, next, dayOn } = agendaPlan;
  const enough = length.minutes + shortfall.minutes;
  const offered = (kind: string) => shortfall.offers.find((offer) => offer.kind === kind);
  return (
    <InsetText>
      <p className="govuk-body">
        <strong>{shortfall.words}</strong>
      </p>
      {next && (
        <p className="govuk-body">
          {next.isSameMonth ? 'A second session this month' : 'The next session'} is planned for{' '}
          {formatDate(next.on)}. Every open case is on its agenda too, and the end of this one asks
          about each child who was not discussed.
        </p>
      )}
      <ButtonGroup>
        <Button variant="secondary" onClick={() => onExtend(enough)}>
          Make the session {enough} minutes
        </Button>
        {offered('reasonedBrief') && toBrief && (
          <Button variant="secondary" onClick={toBrief.choose}>
            Brief check-in instead for {toBrief.name}
          </Button>
        )}
      </ButtonGroup>
      {!next?.isSameMonth && (
        <Details summary="Split in two">
          <SecondSession superviseeRef={superviseeRef} after={dayOn} />
        </Details>
      )}
      {offered('sample') && <p className="govuk-body">{offered('sample')?.words}.</p>}
    </InsetText>
  );
}
