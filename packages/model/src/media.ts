/** A file that is not text: what boxes and timestamps refer to. The bytes are not part of the model. */
export interface Medium {
  readonly type: 'image' | 'pdf' | 'audio' | 'other'
  /** Where the platform keeps it; usually not reachable from outside. */
  readonly url?: string
  /** In page order. Empty when unknown or when the medium has none. */
  readonly pages: readonly Page[]
}

/** The size of a page, in pixels. */
export interface Page {
  /** From 0. */
  readonly index: number
  readonly width: number
  readonly height: number
}

/** A polygon on a page. */
export interface Shape {
  /** Index of the page, from 0. */
  readonly page: number
  /** In order around the shape; four for an ordinary box. */
  readonly points: readonly Point[]
}

/** Pixels from the top left corner. */
export interface Point {
  readonly x: number
  readonly y: number
}
