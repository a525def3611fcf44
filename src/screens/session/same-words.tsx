import { useEffect, useMemo, useRef } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import { childLabel } from '#domain/caseload/child-label.ts';
import { type SentenceOfToday, sameWords } from '#domain/discussion/same-words.ts';
import type { Session } from '#domain/records/session.ts';
import { findChild } from '#storage/caseload/caseload-reads.ts';
import { recordsOfChild } from '#storage/child-file/child-record-reads.ts';
import { discussionsOf } from '#storage/session/session-reads.ts';
import { useDrawnInTime } from '#storage/use-news.ts';
import { useWorkspace } from '#storage/use-workspace.ts';
import type { Workspace } from '#storage/workspace.ts';
import { useAnnounce } from '#ui/status-region.tsx';
import type { AgendaItem } from './agenda.ts';
import type { DiscussionValues } from './discussion-values.ts';

const COMPARED = ['discussions', 'childRecords'] as const;

interface SameWordsProps {
  readonly session: Session;
  readonly item: AgendaItem;
}

/** Pointed out and never in the way (SAME1): the same words may be true twice. */
export function SameWords({ session, item }: SameWordsProps) {
  const workspace = useWorkspace();
  const announce = useAnnounce();
  const { control } = useFormContext<DiscussionValues>();
  const text = useWatch({ control, name: `children.${item.index}.briefNote` }) ?? '';
  // Read once for each save, and not for each key.
  const saves = useDrawnInTime(COMPARED);
  // biome-ignore lint/correctness/useExhaustiveDependencies: read again with each save
  const compared = useMemo(() => {
    const { ref } = item.child;
    return {
      lastTime: sentenceOfLastTime(workspace, session.id, ref),
      today: othersToday(workspace, session.id, ref),
    };
  }, [workspace, session.id, item, saves]);
  const words = sameWords({ text, ...compared }).join(' ');
  const before = useRef(words);
  useEffect(() => {
    if (words !== '' && words !== before.current) announce(words);
    before.current = words;
  }, [words, announce]);
  return words === '' ? null : <p className="fp-echo">{words}</p>;
}

function othersToday(
  workspace: Workspace,
  sessionId: string,
  own: string,
): readonly SentenceOfToday[] {
  return discussionsOf(workspace, sessionId)
    .flatMap(({ body }) => body.children)
    .filter(({ childRef }) => childRef !== own)
    .flatMap(({ childRef, depth, briefNote }) => {
      const child = findChild(workspace, childRef)?.body;
      return child && briefNote !== '' ? [{ label: childLabel(child), depth, briefNote }] : [];
    });
}

const sentenceOfLastTime = (workspace: Workspace, sessionId: string, childRef: string): string =>
  recordsOfChild(workspace, childRef).find((record) => record.sessionId !== sessionId)?.fields
    .briefNote ?? '';
