import { isNamed } from '#domain/entries/names-in-others.ts';
import type { Child } from '#domain/records/child.ts';
import type { Monitoring } from '#domain/records/monitoring.ts';
import { qualityQuestions } from './monitoring-questions.ts';

/**
 * MONITOR6: the texts of a form that call a child by name, as each is known on the page. A reference is what
 * belongs there (domain-spec 0.1 rule 3). Pointed out, and never refused: a first name may be somebody else's.
 */
export function textsNaming(form: Monitoring, children: readonly Child[]): readonly string[] {
  const namesAlone = children.map((child) => ({ ...child, reference: '' }));
  const isNaming = (text: string) =>
    text.trim() !== '' && namesAlone.some((child) => isNamed(text, child));
  return [
    ...qualityQuestions
      .filter(({ key }) => isNaming(form.answers[key].comment))
      .map(({ about }) => `the comment about ${about}`),
    ...(isNaming(form.strengths) ? ['strengths'] : []),
    ...(isNaming(form.toDevelop) ? ['areas to develop'] : []),
    ...form.actions.flatMap(({ what }, i) => (isNaming(what) ? [`action ${i + 1}`] : [])),
  ];
}
