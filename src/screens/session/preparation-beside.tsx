import { memo } from 'react';
import { seenEntries } from '#domain/agenda/seen-dates.ts';
import { subjectWord } from '#domain/caseload/subject.ts';
import { collectionNames } from '#domain/collections.ts';
import { partALabel } from '#domain/preparation/part-a.ts';
import { changedSinceShared, dayAndTime, partAEntries } from '#domain/preparation/preparation.ts';
import { rankWords } from '#domain/preparation/worries.ts';
import type { Child } from '#domain/records/child.ts';
import type { ActionUpdate, PreparedChild } from '#domain/records/preparation.ts';
import type { Session } from '#domain/records/session.ts';
import { sessionDate } from '#domain/session/session-days.ts';
import { profileOn } from '#storage/policies/profiles.ts';
import {
  beforeSessionOf,
  type PreparationRecord,
  preparationBesideSession,
} from '#storage/preparation/preparation-reads.ts';
import { preparedCase } from '#storage/preparation/prepared-cases.ts';
import { staffName } from '#storage/settings.ts';
import { useNews } from '#storage/use-news.ts';
import { useWorkspace } from '#storage/use-workspace.ts';
import { todayIn } from '#storage/writes.ts';
import { Destination } from '#ui/destination.tsx';
import { Tag } from '#ui/tag.tsx';

interface PreparationBesideProps {
  readonly session: Session;
  readonly child: Child;
}

/** What the practitioner prepared about this child, to read. Nothing where nothing was shared. */
export const PreparationBeside = memo(function PreparationBeside(props: PreparationBesideProps) {
  const { session, child } = props;
  const workspace = useWorkspace();
  useNews(collectionNames);
  const record = preparationBesideSession(workspace, session);
  if (!record) return null;
  const name = staffName(workspace, session.superviseeRef);
  return (
    <section>
      <h2 className="govuk-heading-s">{name}’s preparation</h2>
      <ChangedSince record={record} />
      <Prepared session={session} record={record} child={child} name={name} />
    </section>
  );
});

function ChangedSince({ record }: { readonly record: PreparationRecord }) {
  const before = beforeSessionOf(useWorkspace(), record.id);
  const changedAt = changedSinceShared(record.body, before?.body);
  if (!changedAt) return null;
  return (
    <p className="govuk-body">
      <Tag tone="yellow">Changed after it was shared</Tag> {dayAndTime(changedAt)}.
    </p>
  );
}

interface PreparedProps {
  readonly session: Session;
  readonly record: PreparationRecord;
  readonly child: Child;
  readonly name: string;
}

function Prepared({ session, record, child, name }: PreparedProps) {
  const workspace = useWorkspace();
  const { part, updates, impact } = preparedCase(workspace, record, child.ref);
  const word = subjectWord(child, todayIn(workspace));
  const profile = profileOn(workspace, sessionDate(session) ?? todayIn(workspace));
  const rank = rankWords(record.body.worries, child.ref);
  const told = [
    ...ofForm(part),
    ...partAEntries(part, word, (key) => partALabel(profile, key)),
    ...seenEntries(part, word).map(({ key, label, words }) => ({ key, label, text: words })),
  ];
  const said = updates.filter((update) => update.said !== '');
  const isEmpty = told.length === 0 && said.length === 0;
  return (
    <>
      {part.nothingToAdd && <p className="govuk-body">Nothing to add.</p>}
      {isEmpty && !part.nothingToAdd && <p className="govuk-body">Nothing written yet.</p>}
      {told.map(({ key, label, text }) => (
        <Told key={key} label={label} text={text} />
      ))}
      {said.length > 0 && <SaidOfActions updates={said} />}
      {(rank !== '' || part.depth !== '' || part.depthWhy.trim() !== '') && (
        <>
          <h3 className="govuk-heading-s">For the agenda</h3>
          <p className="govuk-body">
            <Destination file="working" />
          </p>
          {rank !== '' && <p className="govuk-body">One of the greatest worries: {rank}.</p>}
          {part.depth !== '' && (
            <p className="govuk-body">
              Asks for {part.depth === 'brief' ? 'a brief check-in' : 'a discussion in depth'}.
            </p>
          )}
          {part.depthWhy.trim() !== '' && <p className="govuk-body fp-text">{part.depthWhy}</p>}
        </>
      )}
      {(impact.strong || impact.text.trim() !== '') && (
        <>
          <h3 className="govuk-heading-s">What this work does to {name}</h3>
          <p className="govuk-body">
            <Destination file="staff" />
          </p>
          {impact.strong && <p className="govuk-body">This family has a strong impact.</p>}
          {impact.text.trim() !== '' && <p className="govuk-body fp-text">{impact.text}</p>}
        </>
      )}
    </>
  );
}

/** What is asked only where the policy has Part A as a form. */
function ofForm({ familyName, changesOn }: PreparedChild) {
  return [
    { key: 'familyName', label: 'Family name', text: familyName },
    { key: 'changesOn', label: 'When the status changed', text: changesOn },
  ].filter(({ text }) => text.trim() !== '');
}

function Told({ label, text }: { readonly label: string; readonly text: string }) {
  return (
    <>
      <h3 className="govuk-heading-s">{label}</h3>
      <p className="govuk-body fp-text">{text}</p>
    </>
  );
}

/** It settles nothing: the supervisor does, in the form (ACT4). */
function SaidOfActions({ updates }: { readonly updates: readonly ActionUpdate[] }) {
  const { set } = useWorkspace();
  return (
    <>
      <h3 className="govuk-heading-s">Said of the actions</h3>
      <ul className="govuk-list govuk-list--bullet">
        {updates.map(({ id, actionId, said, text }) => (
          <li key={id} className="fp-text">
            {set.find('childActions', actionId)?.body.what}: said to be{' '}
            {said === 'done' ? 'done' : 'not done'}
            {text.trim() !== '' && `, ${text}`}
          </li>
        ))}
      </ul>
    </>
  );
}
