import './zod-config.ts';
import { createRoot } from 'react-dom/client';
import '#ui/styles.scss';
import { App } from './app.tsx';

async function start(): Promise<void> {
  if (!('Temporal' in globalThis)) await import('temporal-polyfill/global');
  const root = document.getElementById('app');
  if (!root) throw new Error('index.html has no #app');
  createRoot(root).render(<App />);
  // Nothing on the first page waits for it.
  const { registerServiceWorker } = await import('./service-worker.ts');
  await registerServiceWorker();
}

void start();
