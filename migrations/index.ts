import { CreateStore1763683200000 } from './1763683200000-create-store.js';

/** Every migration, oldest first. One that has been released is never edited: the next one changes what it did. */
export const migrations = [CreateStore1763683200000] as const;
