/** What one tab tells the others of the same person. Ids and times only. */
export type TabMessage =
  | { readonly type: 'changed'; readonly ids: readonly string[] }
  | { readonly type: 'lock' }
  | { readonly type: 'activity'; readonly atMs: number }
  /** Another tab wants to edit this record: save it and let go. */
  | { readonly type: 'release'; readonly id: string };

export interface Tabs {
  post(message: TabMessage): void;
  listen(listener: (message: TabMessage) => void): () => void;
  close(): void;
}

export function openTabs(vaultId: string): Tabs {
  const channel = new BroadcastChannel(`footprint-${vaultId}`);
  return {
    post: (message) => channel.postMessage(message),
    listen(listener) {
      const onMessage = (event: MessageEvent<TabMessage>) => listener(event.data);
      channel.addEventListener('message', onMessage);
      return () => channel.removeEventListener('message', onMessage);
    },
    close: () => channel.close(),
  };
}
