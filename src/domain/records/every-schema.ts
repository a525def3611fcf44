import { everydaySchemas, type RecordSchemas } from './schemas.ts';
import { seldomSchemas } from './seldom-schemas.ts';

/** Every schema at once, for what reads files. Nothing that is loaded before Home imports it. */
export const recordSchemas: RecordSchemas = { ...everydaySchemas, ...seldomSchemas };
