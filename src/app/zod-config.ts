import * as z from 'zod/mini';

// Before the first schema: zod's generated code needs `new Function`, which the Content-Security-Policy forbids.
z.config({ jitless: true });
