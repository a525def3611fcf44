import { lazy } from 'react';

/** Fetched beside the page. A network that goes before it came takes nothing else with it. */
export const UpdateNotice = lazy(() =>
  import('./update-notice.tsx').then(
    ({ UpdateNotice }) => ({ default: UpdateNotice }),
    () => ({ default: () => null }),
  ),
);
