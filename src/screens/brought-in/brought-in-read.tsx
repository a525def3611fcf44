import { useState } from 'react';
import {
  broughtInBlocks,
  broughtInDay,
  broughtInLine,
  broughtInTitle,
} from '#domain/brought-in/brought-in-words.ts';
import { formatDate } from '#domain/dates/calendar-date.ts';
import type { BroughtIn } from '#domain/records/brought-in.ts';
import {
  correctionOf,
  priorDayToOffer,
  takeAsPriorDay,
  withdrawBroughtIn,
} from '#storage/caseload/brought-in.ts';
import { correctedBy } from '#storage/caseload/brought-in-reads.ts';
import { useAll, useRecord, useWorkspace } from '#storage/use-workspace.ts';
import { Button, ButtonGroup } from '#ui/button.tsx';
import { Destination } from '#ui/destination.tsx';
import { Details } from '#ui/details.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { Form } from '#ui/form.tsx';
import { InsetText } from '#ui/inset-text.tsx';
import { Link, useGoTo } from '#ui/link.tsx';
import { BackLink, Page } from '#ui/page.tsx';
import { useAnnounce } from '#ui/status-region.tsx';
import { TextField } from '#ui/text-field.tsx';
import type { BroughtInPlace } from './brought-in-place.ts';

interface BroughtInReadProps extends BroughtInPlace {
  readonly record: BroughtIn;
  readonly all: readonly BroughtIn[];
}

/** As it is kept: read, and not changed. */
export function BroughtInRead(props: BroughtInReadProps) {
  const { record, all, file, name, back } = props;
  const title = `${broughtInTitle(record)} of ${broughtInDay(record)}`;
  const next = correctedBy(record, all);
  const [head = '', text = ''] = broughtInBlocks(record);
  const isStanding = record.withdrawnAt === '' && !next;
  return (
    <Page
      title={title}
      documentTitle="Record that was brought in"
      width="text"
      back={<BackLink href={back.href}>{back.label}</BackLink>}
      focusKey={`${record.id} ${record.withdrawnAt}`}
    >
      <p className="govuk-body">
        {file === 'child' ? <Destination file="child" name={name} /> : <Destination file="staff" />}
      </p>
      <InsetText>
        {broughtInLine(record)}. It counts in no due date and in no figure.
        {next && (
          <>
            {' '}
            <Link href={`/brought-in/${file}/${next.id}`}>Another one stands in its place</Link>.
          </>
        )}
      </InsetText>
      {file === 'child' && <PriorDay id={record.id} name={name} />}
      <div className="govuk-body fp-text">{head}</div>
      <div className="govuk-body fp-text">{text}</div>
      <p className="govuk-body">
        <Link href={`/print/${file === 'child' ? 'brought-in' : 'brought-in-notes'}/${record.id}`}>
          Print it
        </Link>
      </p>
      {isStanding && <Change {...props} />}
    </Page>
  );
}

/** BRIN2: offered, and never set by itself. */
function PriorDay({ id, name }: { readonly id: string; readonly name: string }) {
  const workspace = useWorkspace();
  const announce = useAnnounce();
  useAll('priorDiscussions');
  const record = useRecord('childBroughtIn', id)?.body;
  const on = record && priorDayToOffer(workspace, record);
  if (!record || !on) return null;
  const take = async () => {
    await takeAsPriorDay(workspace, record);
    announce(`${formatDate(on)} is when ${name} was last discussed before Footprint`);
  };
  return (
    <>
      <p className="govuk-body">
        Due dates do not know of this discussion. You can say that it is when {name} was last
        discussed before Footprint.
      </p>
      <Button variant="secondary" onClick={() => void take()}>
        Last discussed on {formatDate(on)}
      </Button>
    </>
  );
}

function Change({ record, collection, file }: BroughtInReadProps) {
  const workspace = useWorkspace();
  const goTo = useGoTo();
  const [why, setWhy] = useState('');
  const [tries, setTries] = useState(0);
  const error = tries > 0 && why.trim() === '' ? 'Write why it is withdrawn' : undefined;
  const correct = async () => {
    const body = correctionOf(workspace, record);
    workspace.draft({ collection, id: body.id, body: body as never }); // of this collection
    await workspace.queue.flushOne(body.id);
    goTo(`/brought-in/${file}/${body.id}`);
  };
  return (
    <Details summary="Something is wrong with it">
      <p className="govuk-body">It cannot be changed. What was brought in stays and can be read.</p>
      <ButtonGroup>
        <Button variant="secondary" onClick={() => void correct()}>
          Bring in another one in its place
        </Button>
      </ButtonGroup>
      <ErrorSummary
        errors={error ? [{ id: 'withdraw-why', message: error }] : []}
        submitCount={tries}
      />
      <Form
        id="withdraw"
        onSubmit={(event) => {
          event.preventDefault();
          setTries(tries + 1);
          if (why.trim() !== '') void withdrawBroughtIn(workspace, collection, record.id, why);
        }}
      >
        <TextField
          name="why"
          label="Why is it withdrawn?"
          hint="For example, it is about somebody else."
          error={error}
          value={why}
          onChange={(event) => setWhy(event.currentTarget.value)}
        />
        <Button type="submit" variant="secondary">
          Withdraw it
        </Button>
      </Form>
    </Details>
  );
}
