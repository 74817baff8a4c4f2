import { insertOrIgnore } from '#libs/database';
import { type PinStore, type Pins } from '#model-registry';
import { type DataSource, In, MoreThan } from 'typeorm';
import { DigestPin } from './digest-pin.entity.js';

/** The embedded database works on the event loop: thousands of rows at once would hold up everybody. */
const ROWS = 200;

/** The digests that were accepted once, in the database: over restarts, and for all gateways on it. */
export class StoredPins implements PinStore {
  constructor(private readonly dataSource: Promise<DataSource>) {}

  async load(source: string, signal: AbortSignal): Promise<Pins> {
    const { manager } = await this.dataSource;
    const pins = new Map<string, string>();
    let last = '';
    for (;;) {
      signal.throwIfAborted();
      const rows = await manager.find(DigestPin, {
        where: { source, subject: MoreThan(last) },
        order: { subject: 'ASC' },
        take: ROWS,
      });
      for (const { subject, digest } of rows) pins.set(subject, digest);
      last = rows.at(-1)?.subject ?? last;
      if (rows.length < ROWS) return pins;
    }
  }

  async add(source: string, pins: Pins, signal: AbortSignal): Promise<Pins> {
    const { manager } = await this.dataSource;
    const acceptedAt = new Date();
    const rows = [...pins].map(([subject, digest]): DigestPin => ({ source, subject, digest, acceptedAt }));
    const others = new Map<string, string>();
    for (let start = 0; start < rows.length; start += ROWS) {
      signal.throwIfAborted();
      const some = rows.slice(start, start + ROWS);
      if ((await insertOrIgnore(manager, DigestPin, some)) === some.length) continue;
      const stored = await manager.findBy(DigestPin, { source, subject: In(some.map(({ subject }) => subject)) });
      for (const { subject, digest } of stored) if (pins.get(subject) !== digest) others.set(subject, digest);
    }
    return others;
  }
}
