import { type CaseOnPlan, reasonsOf, reasonWords } from '#domain/agenda/agenda-suggested.ts';
import { forInformation } from '#domain/flags/why-in-depth.ts';
import { profileOf } from '#storage/settings.ts';
import { useWorkspace } from '#storage/use-workspace.ts';
import { Details } from '#ui/details.tsx';

interface WhyInDepthProps {
  readonly name: string;
  readonly onPlan: CaseOnPlan;
}

/** The suggestion and its reasons in words: what orders suggestions has no number on the screen. */
export function WhyInDepth({ name, onPlan }: WhyInDepthProps) {
  const profile = profileOf(useWorkspace());
  const { flags, planned, suggested } = onPlan;
  const reasons = reasonsOf(flags, profile, planned);
  const information = forInformation(flags);
  const summary = reasons.length > 0 ? 'Why in depth?' : 'For information';
  return (
    <div className="fp-why">
      {suggested === 'inDepth' && <span>Suggested: in depth</span>}
      {reasons.length + information.length > 0 && (
        <Details
          summary={
            <>
              {summary}
              <span className="govuk-visually-hidden"> {name}</span>
            </>
          }
        >
          {reasons.length > 0 && (
            <ul className="govuk-list govuk-list--bullet">
              {reasons.map((reason) => (
                <li key={reason.words}>{reasonWords(reason)}</li>
              ))}
            </ul>
          )}
          {reasons.length > 0 && information.length > 0 && (
            <p className="govuk-body">For information</p>
          )}
          {information.length > 0 && (
            <ul className="govuk-list govuk-list--bullet">
              {information.map((words) => (
                <li key={words}>{words}</li>
              ))}
            </ul>
          )}
        </Details>
      )}
    </div>
  );
}
