import { CreateStore1763683200000 } from './1763683200000-create-store.js';
import { CreateLicenceAcceptance1763769600000 } from './1763769600000-create-licence-acceptance.js';

/** Every migration, oldest first. One that has been released is never edited: the next one changes what it did. */
export const migrations = [CreateStore1763683200000, CreateLicenceAcceptance1763769600000] as const;
