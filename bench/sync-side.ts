/** What `sync-ratio.mjs` runs in the browser, and what each side has to do for it. */

export interface Sizes {
  /** Where this side’s own ideal server is. */
  readonly origin: string;
  readonly pullBatch: number;
  readonly pushBatch: number;
}

export interface Held {
  readonly count: number;
  /** One document by its id, read from the disk. */
  readonly one: unknown;
}

/** An empty database, open and ready. Each method throws where its work was not done to the end. */
export interface Side {
  pull(): Promise<void>;
  held(id: string): Promise<Held>;
  /** Changes these on this device, as a person does. Not measured. */
  change(ids: readonly string[]): Promise<void>;
  push(): Promise<void>;
}

export interface Asked {
  readonly script: string;
  readonly sizes: Sizes;
  readonly look: string;
  readonly change: readonly string[];
}

const REST_MS = 700;
const rest = () => new Promise((resolve) => setTimeout(resolve, REST_MS));

const tasks: number[] = [];
const observer = new PerformanceObserver((list) => {
  for (const { duration } of list.getEntries()) tasks.push(duration);
});
observer.observe({ type: 'longtask' });

async function timed(work: () => Promise<void>) {
  await rest(); // what was written before is through
  tasks.length = 0;
  const from = performance.now();
  await work();
  const ms = performance.now() - from;
  await rest(); // a task is told of after it ended
  return { ms, longest: Math.max(0, ...tasks) };
}

/** One run of one side: pulls, looks, changes, pushes. */
export async function run(asked: Asked) {
  try {
    return await runThrough(asked);
  } catch (cause) {
    throw new Error(`${asked.script}: ${cause} ${JSON.stringify(cause)} ${cause?.stack}`); // theirs say little by themselves
  }
}

async function runThrough({ script, sizes, look, change }: Asked) {
  const { open }: { open: (sizes: Sizes) => Promise<Side> } = await import(/* @vite-ignore */ script);
  const side = await open(sizes);
  const pull = await timed(() => side.pull());
  const held = await side.held(look);
  await side.change(change);
  const push = await timed(() => side.push());
  return { pull, held, push };
}
