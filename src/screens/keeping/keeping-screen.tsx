import { useEffect, useState } from 'react';
import { countOf } from '#domain/count-words.ts';
import { keptKindWords, periodWords, settingWords } from '#domain/keeping/periods.ts';
import { withoutPeriod } from '#domain/keeping/stay-words.ts';
import { keptKinds } from '#domain/records/keeping.ts';
import { SittingGate } from '#exchange/sitting/sitting-gate.tsx';
import { useAskEachTime } from '#exchange/sitting/use-ask-each-time.ts';
import { periodsOf } from '#storage/keeping/keeping.ts';
import {
  type RemovalOutcome,
  type ReviewList,
  removeKept,
  reviewList,
} from '#storage/keeping/keeping-list.ts';
import { useAll, useWorkspace } from '#storage/use-workspace.ts';
import { Button } from '#ui/button.tsx';
import { CheckboxesField } from '#ui/checkbox-field.tsx';
import { Details } from '#ui/details.tsx';
import { Link } from '#ui/link.tsx';
import { Page } from '#ui/page.tsx';
import { useAnnounce } from '#ui/status-region.tsx';
import { SummaryList } from '#ui/summary-list.tsx';
import { WarningText } from '#ui/warning-text.tsx';
import { HoldsPart } from './holds-part.tsx';
import { labelOf } from './label-of.ts';
import { StayingPart } from './staying-part.tsx';

/** What is past its period. Nothing goes without a person: each is ticked, confirmed and said who did. */
export function KeepingScreen() {
  const workspace = useWorkspace();
  useAskEachTime(true);
  useAll('keeping');
  const periods = periodsOf(workspace);
  return (
    <Page title="Keeping and removing" width="text">
      <p className="govuk-body">
        Records past the period that your council set are listed here to be removed from this
        device.
      </p>
      <Details summary="What has no period">
        <ul className="govuk-list govuk-list--bullet">
          {withoutPeriod.map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      </Details>
      <SummaryList
        rows={[
          ...keptKinds.map((kind) => ({
            key: keptKindWords[kind].many,
            value: periodWords(periods[kind]),
          })),
          { key: 'After recording in the case system', value: periodWords(periods.recorded) },
        ]}
      />
      <p className="govuk-body">
        <Link href="/keeping/settings">Change the periods</Link>
      </p>
      <PastTheirPeriod />
      <HoldsPart />
    </Page>
  );
}

function PastTheirPeriod() {
  const workspace = useWorkspace();
  const announce = useAnnounce();
  useAll('keeping');
  const changes = workspace.set.changesOf('keeping');
  const [found, setFound] = useState<ReviewList | 'failed'>();
  const [ticked, setTicked] = useState<readonly string[]>([]);
  const [said, setSaid] = useState('');
  const [round, setRound] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked anew after a removal, a period and a hold
  useEffect(() => {
    let isOver = false;
    reviewList(workspace).then(
      (list) => !isOver && setFound(list),
      (cause: unknown) => {
        console.warn('the list was not made', cause);
        if (!isOver) setFound('failed');
      },
    );
    return () => {
      isOver = true;
    };
  }, [workspace, round, changes]);

  async function remove() {
    const outcome = await removeKept(workspace, ticked).catch(() => undefined);
    const words = outcomeWords(outcome);
    setSaid(words);
    announce(words);
    setTicked([]);
    setRound((count) => count + 1);
  }
  if (found === undefined)
    return <p className="govuk-body">Looking for records past their period</p>;
  if (found === 'failed')
    return <WarningText>The list could not be made. Open this page again.</WarningText>;
  return (
    <>
      <h2 className="govuk-heading-m">Past their period</h2>
      {said !== '' && <p className="govuk-body">{said}</p>}
      {found.free.length === 0 && <p className="govuk-body">Nothing to remove.</p>}
      {found.free.length > 0 && (
        <>
          <CheckboxesField
            legend="Select what to remove"
            legendSize="s"
            small
            name="units"
            options={found.free.map((unit) => ({
              value: unit.id,
              label: labelOf(workspace, unit),
              hint: `Listed because it is past ${settingWords(unit.past)}`,
            }))}
            onChange={({ target: { value, checked } }) =>
              setTicked((now) => (checked ? [...now, value] : now.filter((each) => each !== value)))
            }
          />
          <p className="govuk-body">
            What stays of a finished record: its day, kind, depth and reference, where it is kept,
            the hash of its text, its actions and decisions, and who signed. Figures and due dates
            do not change. A draft leaves nothing. No word that was typed stays: where the reason of
            a cancellation was typed, figures say “another reason” from then on.
          </p>
          {ticked.length > 0 && (
            <SittingGate id="remove" what="remove records" asks="eachTime">
              <WarningText>
                {countOf(ticked.length, 'item')} will be removed from this device, with corrections
                and earlier versions. This cannot be undone.
              </WarningText>
              <Button variant="warning" onClick={() => void remove()}>
                Remove from this device
              </Button>
            </SittingGate>
          )}
        </>
      )}
      <StayingPart staying={found.staying} />
    </>
  );
}

function outcomeWords(outcome: RemovalOutcome | undefined): string {
  switch (outcome?.outcome) {
    case 'removed':
      return `${countOf(outcome.count, 'item')} removed from this device.`;
    case 'notAsked':
      return 'Nothing was removed. Enter your passphrase on this page first.';
    case 'changed':
      return 'Nothing was removed, because the list has changed. Look at it again.';
    case undefined:
      return 'Nothing was removed: this device could not save it. Try again.';
  }
}
