import { countOf } from '#domain/count-words.ts';
import {
  type EverythingPlan,
  everythingFileName,
  planEverything,
  writeEverything,
} from '#exchange/out/everything.ts';
import type { OutgoingFile } from '#exchange/out/let-out.ts';
import { SaveOut } from '#exchange/out/save-out.tsx';
import { useGathered } from '#exchange/out/use-gathered.ts';
import { useWorkspace } from '#storage/use-workspace.ts';
import type { Workspace } from '#storage/workspace.ts';
import { todayIn } from '#storage/writes.ts';
import { Link } from '#ui/link.tsx';
import { BackLink, Page } from '#ui/page.tsx';
import { WarningText } from '#ui/warning-text.tsx';

/** Both files and the list as data: to move to another device or system. Not for anybody else's eyes. */
export function EverythingScreen() {
  const workspace = useWorkspace();
  const plan = useGathered((signal) => planEverything(workspace, { signal }));
  return (
    <Page
      title="Save everything as data"
      back={<BackLink href="/export">Save records to files</BackLink>}
      width="text"
    >
      <p className="govuk-body">
        All records of children, all records of the supervision file, drafts and the list, with the
        SHA-256 of each. It can be <Link href="/export/open">read in again</Link>, here or on
        another device. Settings, the policy and what went out in hand-over files are not in it.
      </p>
      <p className="govuk-body">
        Each record goes with the text that counts, and with both versions where nobody has chosen
        yet. Not in it: a text that the endpoint did not take because the record was finished
        elsewhere, and versions that were not chosen. The page <Link href="/sync">Sync</Link> has
        those, each to be saved to a file of its own, and a back-up has them all.
      </p>
      <p className="govuk-body">
        It holds both files together and is not locked: it is to move records, and not to be kept or
        sent. To keep a copy, <Link href="/backup">back up</Link> instead.
      </p>
      {plan === undefined && (
        <p className="govuk-body" role="status">
          Counting the records
        </p>
      )}
      {plan === 'failed' && (
        <WarningText>The records could not be counted. Open this page again.</WarningText>
      )}
      {typeof plan === 'object' && (
        <>
          <h2 className="govuk-heading-m">What will be saved</h2>
          <p className="govuk-body">
            {countOf(plan.records, 'record')}{' '}
            {plan.parts.length === 1
              ? 'in one JSON file'
              : `in ${plan.parts.length} JSON files, in one ZIP`}
            .
          </p>
          <SaveOut
            id="save"
            what="save everything as data"
            button="Save everything"
            asks="eachTime"
            file={fileOf(workspace, plan)}
          />
        </>
      )}
    </Page>
  );
}

const fileOf = (workspace: Workspace, plan: EverythingPlan): OutgoingFile => ({
  fileName: everythingFileName(todayIn(workspace), plan),
  type: plan.parts.length === 1 ? 'application/json' : 'application/zip',
  kind: 'everything',
  records: plan.records,
  write: (sink, controls) => writeEverything(workspace, plan, sink, controls),
});
