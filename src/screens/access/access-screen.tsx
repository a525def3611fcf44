import type { Subject } from '#domain/access/subject.ts';
import { countOf } from '#domain/count-words.ts';
import { planAccess } from '#exchange/access/plan-access.ts';
import { findSubject } from '#exchange/access/subjects.ts';
import { accessFile, countsOf, leftOut } from '#exchange/access/write-access.ts';
import { SaveOut } from '#exchange/out/save-out.tsx';
import { useGathered } from '#exchange/out/use-gathered.ts';
import { useWorkspace } from '#storage/use-workspace.ts';
import { IdentityBar } from '#ui/identity-bar.tsx';
import { BackLink, Page } from '#ui/page.tsx';
import { SummaryList } from '#ui/summary-list.tsx';
import { WarningText } from '#ui/warning-text.tsx';
import { ChooseSubject } from './choose-subject.tsx';
import { OthersNamed } from './others-named.tsx';
import { ReadBefore } from './read-before.tsx';

interface AccessScreenProps {
  readonly kind?: string | undefined;
  readonly rowId?: string | undefined;
}

/** Everything held here about one person, to answer a request for it. */
export function AccessScreen({ kind = '', rowId = '' }: AccessScreenProps) {
  const workspace = useWorkspace();
  const subject = findSubject(workspace, kind, rowId);
  if (!subject) return <ChooseSubject />;
  const href = subject.kind === 'child' ? `/children/${rowId}` : `/practitioners/${rowId}`;
  return (
    <Page
      title="Access request pack"
      back={<BackLink href={href}>Back</BackLink>}
      width="text"
      focusKey={rowId}
    >
      <IdentityBar
        name={subject.name || 'No name held'}
        facts={[{ label: 'Reference', value: subject.reference || 'Not known yet' }]}
      />
      <p className="govuk-body">
        Everything on this device about one person, in one ZIP: each text as plain text and as a
        Word file, and a list of the other people who are named in it.
      </p>
      <Pack key={rowId} subject={subject} />
    </Page>
  );
}

/** Gathered once, when the page is opened: what is read here is what is saved. */
function Pack({ subject }: { readonly subject: Subject }) {
  const workspace = useWorkspace();
  const plan = useGathered((signal) => planAccess(workspace, subject, { signal }));
  if (plan === undefined)
    return (
      <p className="govuk-body" role="status">
        Gathering the records
      </p>
    );
  if (plan === 'failed')
    return <WarningText>The records could not be gathered. Open this page again.</WarningText>;
  return (
    <>
      <h2 className="govuk-heading-m">What is inside</h2>
      <p className="govuk-body">
        {countOf(plan.records, 'record')}. Drafts and working notes are in it, and say so.
      </p>
      <SummaryList
        rows={countsOf(plan).map(([kind, records]) => ({ key: kind, value: String(records) }))}
      />
      <ReadBefore texts={plan.texts} />
      <OthersNamed mentions={plan.mentions} />
      <h2 className="govuk-heading-m">What is not inside</h2>
      <ul className="govuk-list govuk-list--bullet">
        {[...leftOut[subject.kind], ...leftOut.both].map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
      <h2 className="govuk-heading-m">Save the pack</h2>
      <SaveOut
        id="save"
        what="save this pack"
        button="Save the pack"
        asks="eachTime"
        file={accessFile(workspace, plan)}
      />
    </>
  );
}
