import { answerRequest, type CaseloadRequest } from './answer-request.ts';
import { partsOf, type WorkerMessage } from './caseload-parts.ts';

const send = (message: WorkerMessage) => postMessage(message);

// Nothing listens in here while a file is read: whoever cancels ends the worker.
const pace = {
  progress: (progress: Extract<WorkerMessage, { kind: 'progress' }>['progress']) =>
    send({ kind: 'progress', progress }),
  pause: async () => {},
};

async function answer(request: CaseloadRequest): Promise<void> {
  if (!('Temporal' in globalThis)) await import('temporal-polyfill/global');
  for (const part of partsOf(await answerRequest(request, pace))) send(part);
}

addEventListener('message', (event: MessageEvent<CaseloadRequest>) => {
  answer(event.data).catch((error: unknown) => {
    // Its kind and never its words: they could hold a cell of the file.
    const reason = error instanceof Error ? error.name : 'Error';
    send({ kind: 'failed', reason });
  });
});
