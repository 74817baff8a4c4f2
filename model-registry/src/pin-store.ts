/** Digests by `name/version`, and by `name/version#record` for calibration records. */
export type Pins = ReadonlyMap<string, string>;

/** Where digests stay that were accepted once. What is in it is never changed. */
export interface PinStore {
  /** All pins of a source. */
  load(source: string, signal: AbortSignal): Promise<Pins>;
  /** Adds pins. @returns those that were there already with another digest, with that one */
  add(source: string, pins: Pins, signal: AbortSignal): Promise<Pins>;
}

/** For a registry that forgets when it is closed. */
export const NO_STORED_PINS: PinStore = {
  load: () => Promise.resolve(new Map()),
  add: () => Promise.resolve(new Map()),
};
