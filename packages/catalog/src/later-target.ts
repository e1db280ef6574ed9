import type { Format } from '@labelport/format'

/** A target as it can be told before its code is there. */
export interface LaterTarget extends Omit<Format, 'configure' | 'reader' | 'writer'> {
  /** Loads it; bundlers give each target a file of its own. */
  load(): Promise<Format>
}
