import { useFormContext } from 'react-hook-form';
import {
  answerWords,
  type QualityQuestion,
  qualityQuestions,
  questionWords,
} from '#domain/monitoring/monitoring-questions.ts';
import type { PolicyProfile } from '#domain/policies/policy-profile.ts';
import { qualityAnswers } from '#domain/records/monitoring.ts';
import { Destination } from '#ui/destination.tsx';
import { Details } from '#ui/details.tsx';
import { RadiosField } from '#ui/radios-field.tsx';
import { TextAreaField } from '#ui/text-area-field.tsx';
import type { MonitoringValues } from './monitoring-values.ts';
import { RecordsToRead } from './records-to-read.tsx';

const options = qualityAnswers.map((value) => ({ value, label: answerWords[value] }));

/** What the figures cannot say: an auditor's answers, with what they saw. */
export function PartTwo({ profile }: { readonly profile: PolicyProfile }) {
  return (
    <section>
      <h2 className="govuk-heading-m">Part 2: quality</h2>
      <p className="govuk-body">
        <Destination file="staff" /> Write of children by their reference and not by name.
      </p>
      <RecordsToRead />
      {qualityQuestions.map((question) => (
        <Question key={question.key} question={question} asked={questionWords(question, profile)} />
      ))}
      <Details summary="Where these questions come from">
        <ul className="govuk-list govuk-list--bullet">
          {qualityQuestions.map(({ key, origin, ...question }) => (
            <li key={key}>
              {questionWords({ key, origin, ...question }, profile)} {origin}
            </li>
          ))}
        </ul>
      </Details>
    </section>
  );
}

interface QuestionProps {
  readonly question: QualityQuestion;
  readonly asked: string;
}

function Question({ question, asked }: QuestionProps) {
  const { key, hint, optional } = question;
  const { register, formState } = useFormContext<MonitoringValues>();
  const errors = formState.errors.answers?.[key];
  return (
    <div className="fp-repeat">
      <RadiosField
        legend={optional ? `${asked} (optional)` : asked}
        legendSize="s"
        hint={hint}
        inline
        small
        options={options}
        error={errors?.answer?.message}
        {...register(`answers.${key}.answer`)}
      />
      <TextAreaField
        label={
          <>
            Comment<span className="govuk-visually-hidden"> on “{asked}”</span>
          </>
        }
        rows={1}
        grow
        error={errors?.comment?.message}
        {...register(`answers.${key}.comment`)}
      />
    </div>
  );
}
