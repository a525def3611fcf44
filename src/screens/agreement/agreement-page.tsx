import { type ReactNode, useState } from 'react';
import { agreementLabel } from '#domain/agreement/agreement-fields.ts';
import type { MissingToSign } from '#domain/agreement/agreement-missing.ts';
import { type Side, signaturesOf, signedByBoth } from '#domain/agreement/agreement-signatures.ts';
import { valueWords } from '#domain/agreement/agreement-value-words.ts';
import type { Staff } from '#domain/records/staff.ts';
import { SchoolNotice } from '#exchange/parts/school-notice.tsx';
import { TwoVersions } from '#exchange/parts/two-versions.tsx';
import { partsOf } from '#storage/agreement/agreement-in-force.ts';
import { agreementState } from '#storage/agreement/agreement-reads.ts';
import { personalSupervisor } from '#storage/handover/supervision.ts';
import type { OpenRecord } from '#storage/open-record.ts';
import { myName, staffName } from '#storage/settings.ts';
import { useWorkspace } from '#storage/use-workspace.ts';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { fieldId } from '#ui/field.tsx';
import { IdentityBar } from '#ui/identity-bar.tsx';
import { InsetText } from '#ui/inset-text.tsx';
import { Link } from '#ui/link.tsx';
import { Page } from '#ui/page.tsx';
import { AgreementTop } from './agreement-top.tsx';
import { EarlierVersions } from './earlier-versions.tsx';
import type { Names, Problems } from './page-types.ts';
import { PractitionerPart } from './practitioner-part.tsx';
import { ReviewPart } from './review-part.tsx';
import { SharedPart } from './shared-part.tsx';
import { SignPart } from './sign-part.tsx';

interface AgreementPageProps {
  /** The row of whose agreement it is. */
  readonly rowId: string;
  readonly title: string;
  readonly back: ReactNode;
  readonly staff: Staff;
  readonly side: Side;
  readonly record: OpenRecord<'agreements'>;
}

const noProblems = { missing: [] as readonly MissingToSign[], count: 0 };

/** The whole agreement on one page. What I may write follows from my side and from who has signed. */
export function AgreementPage(props: AgreementPageProps) {
  const { rowId, title, back, staff, side, record } = props;
  const workspace = useWorkspace();
  const [found, setFound] = useState(noProblems);
  const [reopened, setReopened] = useState(false);
  const agreement = record.body;
  const parts = partsOf(workspace, agreement);
  const mine = signaturesOf(parts)[side];
  // What I signed is read only for me until I say so: a key pressed by mistake must not void it.
  const canWrite = !signedByBoth(parts) && (mine.status !== 'signed' || reopened);
  const names: Names =
    side === 'supervisor'
      ? { supervisor: myName(workspace), practitioner: staff.name }
      : {
          supervisor: staffName(workspace, agreement.supervisorRef),
          practitioner: staff.name,
        };
  const personal = side === 'supervisor' ? personalSupervisor(workspace, staff) : undefined;
  const errors = found.missing.map(({ of, path, message }) => ({
    id: fieldId(of, path),
    message,
  }));
  const problems: Problems = Object.fromEntries(errors.map(({ id, message }) => [id, message]));
  return (
    <Page
      title={title}
      back={back}
      width="text"
      focusKey={record.id}
      above={<ErrorSummary errors={errors} submitCount={found.count} />}
    >
      <IdentityBar
        name={names.practitioner}
        facts={[{ label: 'Supervisor', value: names.supervisor }]}
      />
      <SchoolNotice supervisor={names.supervisor} />
      <AgreementTop state={agreementState(workspace, staff.ref)} names={names} />
      <TwoVersions
        collection="agreements"
        id={record.id}
        body={agreement}
        sectionId={fieldId('agreement', 'twoVersions')}
        before="before anyone signs"
        other={{ key: 'Theirs', keep: 'Keep theirs' }}
        labelOf={agreementLabel}
        wordsOf={valueWords}
      />
      <SharedPart
        record={record}
        side={side}
        names={names}
        canWrite={canWrite}
        problems={problems}
      />
      {personal ? (
        <InsetText>
          {names.practitioner}’s own part of the agreement is for {personal}, who has personal
          supervision.
        </InsetText>
      ) : (
        <PractitionerPart
          agreement={agreement}
          side={side}
          names={names}
          canWrite={canWrite}
          problems={problems}
        />
      )}
      <SignPart
        parts={parts}
        side={side}
        names={names}
        canWrite={canWrite}
        onReopen={() => setReopened(true)}
        onMissing={(missing) => {
          setFound(({ count }) => ({ missing, count: count + 1 }));
          if (missing.length === 0) setReopened(false);
        }}
      />
      <ReviewPart record={record} side={side} staff={staff} canRecord={!canWrite} />
      <EarlierVersions current={record} staff={staff} />
      <p className="govuk-body">
        <Link href={`/print/agreement/${rowId}`}>Print the {title.toLowerCase()}</Link>
      </p>
    </Page>
  );
}
