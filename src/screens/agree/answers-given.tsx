import { givenAnswers } from '#domain/agreeing/agreeing.ts';
import { stanceWords } from '#domain/agreeing/agreeing-words.ts';
import { countOf } from '#domain/count-words.ts';
import { formatDateTime, toInstant } from '#domain/dates/calendar-date.ts';
import type { RecordResponse } from '#domain/records/response.ts';
import { Timeline, TimelineItem } from '#ui/timeline.tsx';

interface AnswersGivenProps {
  readonly responses: readonly RecordResponse[];
  /** The practitioner's name. */
  readonly by: string;
}

/** Fixed since they were given; the newest first. */
export function AnswersGiven({ responses, by }: AnswersGivenProps) {
  const answers = givenAnswers(responses).toReversed();
  if (answers.length === 0) return null;
  return (
    <section aria-labelledby="answers-heading">
      <h2 className="govuk-heading-m" id="answers-heading">
        Answers given
      </h2>
      <Timeline>
        {answers.map(({ id, stance, because, comments, answeredAt, read }) => (
          <TimelineItem
            key={id}
            title={stanceWords(stance)}
            byline={by}
            dateText={formatDateTime(toInstant(answeredAt))}
            dateTime={answeredAt}
            headingLevel={3}
          >
            <p className="govuk-body">Read: {countOf(read.length, 'text')}.</p>
            {stance === 'notAgreed' && <Said label="Because" text={because} />}
            <Said label="Comments" text={comments} />
          </TimelineItem>
        ))}
      </Timeline>
    </section>
  );
}

function Said({ label, text }: { readonly label: string; readonly text: string }) {
  if (text.trim() === '') return null;
  return (
    <p className="govuk-body fp-text">
      <strong>{label}:</strong> {text}
    </p>
  );
}
