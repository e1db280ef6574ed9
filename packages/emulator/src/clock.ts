/** The emulator's time; everything that expires looks here. */
export interface EmulatorClock {
  /** Milliseconds since 1970. */
  now(): number
}

/** A clock that can be set forward. */
export interface TurnableClock extends EmulatorClock {
  /** Milliseconds. */
  advance(ms: number): void
}

/** Another clock, and what it was set forward by. */
export function turnable(clock: EmulatorClock): TurnableClock {
  let ahead = 0
  return {
    now: () => clock.now() + ahead,
    advance(ms) {
      ahead += ms
    },
  }
}
