import type { NeedsPerson, SyncCommands, SyncNow } from '#storage/sync/use-sync.ts';

/** What a connected copy of the app hands the screens, where nothing waits. */
export function syncCommands(now: Partial<SyncNow> = {}): SyncCommands {
  const nothing = async () => {};
  return {
    words: '',
    now: {
      ...{ waiting: 0, clashes: 0, refused: 0, beside: 0, sentAt: '', trouble: '' },
      ...{ origin: 'https://sync.example', connected: true, signIn: 'none', running: false },
      ...{ otherPerson: '', removal: undefined, notices: [], needsPerson: [] },
      ...now,
    },
    ...{ connect: nothing, signIn: nothing, disconnect: nothing, syncNow: nothing },
    ...{ tryAgain: nothing, letRest: nothing, dismissNotices: nothing },
    keptThere: async () => ({ outcome: 'offline' }),
  };
}

export const needing = (id: string, change: Partial<NeedsPerson> = {}): NeedsPerson => ({
  ...{ id, collection: 'notes', state: 'clash', refusedFor: '', text: '' },
  ...change,
});
