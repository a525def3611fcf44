import '@testing-library/jest-dom/vitest';
import { cleanup, configure } from '@testing-library/react';
import { afterEach } from 'vitest';

// A machine shared with others is slow now and then: what a test waits for comes, later.
configure({ asyncUtilTimeout: 5_000 });

afterEach(cleanup);
