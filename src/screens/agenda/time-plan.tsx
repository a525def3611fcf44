import { useEffect, useRef } from 'react';
import { lastInDepth } from '#domain/agenda/agenda-suggested.ts';
import { countOf } from '#domain/count-words.ts';
import type { StaffRef } from '#domain/ids.ts';
import type { AgendaPlan } from '#storage/session/session-plan.ts';
import { Button, ButtonGroup } from '#ui/button.tsx';
import { Destination } from '#ui/destination.tsx';
import { LengthFields } from './length-fields.tsx';
import { PlanOffers } from './plan-offers.tsx';

interface TimePlanProps {
  readonly agendaPlan: AgendaPlan;
  readonly superviseeRef: StaffRef;
  readonly onLeave: () => void;
  readonly onUseDepths: () => void;
  readonly onOrder: () => void;
  readonly onExtend: (minutes: number) => void;
  readonly onBrief: (childRef: string) => void;
}

/** The plan for the time there is, as the agenda stands now. A suggestion: nothing here changes by itself. */
export function TimePlan(props: TimePlanProps) {
  const { agendaPlan, superviseeRef, onLeave, onUseDepths, onOrder, onExtend, onBrief } = props;
  const { plan, length, labelOf, forecast, caseload, next } = agendaPlan;
  const { nextToBrief, unallocated, shortfall } = plan;
  const last = lastInDepth(plan);
  const words = useRef<HTMLParagraphElement>(null);
  const isShort = shortfall !== undefined;
  const isSplit = next?.isSameMonth;
  const before = useRef({ isShort, isSplit });
  useEffect(() => {
    const hasChanged = before.current.isShort !== isShort || before.current.isSplit !== isSplit;
    before.current = { isShort, isSplit };
    // The offer that was pressed is gone: the plan that answers it takes the focus.
    if (hasChanged && document.activeElement === document.body) words.current?.focus();
  }, [isShort, isSplit]);
  return (
    <section aria-labelledby="time-plan">
      <h2 className="govuk-heading-s" id="time-plan">
        The plan for the time there is
      </h2>
      <p className="govuk-body">
        Length, order, depth and reasons: <Destination file="working" />
      </p>
      <div className="fp-columns">
        <div>
          <LengthFields length={length} onLeave={onLeave} />
        </div>
        <div>
          <p className="govuk-body" tabIndex={-1} ref={words}>
            <strong>{plan.words}.</strong>
            {nextToBrief && ` ${labelOf(nextToBrief)} would move to a brief check-in next.`}
            {unallocated > 0 && ` ${countOf(unallocated, 'minute')} unallocated.`}
          </p>
          {shortfall && (
            <PlanOffers
              agendaPlan={agendaPlan}
              shortfall={shortfall}
              superviseeRef={superviseeRef}
              toBrief={
                last === undefined
                  ? undefined
                  : { name: labelOf(last), choose: () => onBrief(last) }
              }
              onExtend={onExtend}
            />
          )}
          <p className="govuk-body">
            {forecast.words} {forecast.notice && <strong>{forecast.notice}</strong>}
          </p>
          {caseload && (
            <p className="govuk-body">
              Caseload: {caseload.words} ({caseload.src})
            </p>
          )}
        </div>
      </div>
      <ButtonGroup>
        <Button variant="secondary" onClick={onUseDepths}>
          Use the suggested depths
        </Button>
        <Button variant="secondary" onClick={onOrder}>
          Order as suggested
        </Button>
      </ButtonGroup>
    </section>
  );
}
