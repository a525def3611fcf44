import { memo } from 'react';
import { subjectWord } from '#domain/caseload/subject.ts';
import { sectionTitles } from '#domain/discussion/discussion-sections.ts';
import { promptsInDepth } from '#domain/discussion/prompts.ts';
import type { Child } from '#domain/records/child.ts';
import { profileOf } from '#storage/settings.ts';
import { useWorkspace } from '#storage/use-workspace.ts';
import { todayIn } from '#storage/writes.ts';
import { Details } from '#ui/details.tsx';

/** The questions of a discussion in depth, to read beside the text while it is written (A3). */
export const Prompts = memo(function Prompts({ child }: { readonly child: Child }) {
  const workspace = useWorkspace();
  const { practiceModel } = profileOf(workspace).terms;
  return (
    <Details summary="Prompts">
      {practiceModel && <p className="govuk-body">The policy’s practice model: {practiceModel}.</p>}
      {promptsInDepth(subjectWord(child, todayIn(workspace))).map(({ section, prompts }) => (
        <section key={section}>
          <h3 className="govuk-heading-s">{sectionTitles[section]}</h3>
          <ul className="govuk-list govuk-list--bullet">
            {prompts.map(({ key, question, also }) => (
              <li key={key}>
                {question}
                {also && ` ${also}`}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Details>
  );
});
