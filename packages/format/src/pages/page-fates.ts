/** What may happen to a statement in any format of labeled page images. */
export type PageFate = keyof typeof pageReasons

/** Why statements reach page images changed or not at all. */
export const pageReasons = {
  'root-copy': 'The document is an untouched upload (ROOT), which is never training data.',
  'no-place': 'The files hold labeled areas of images, and this is something else.',
  unresolved: 'Labelers disagree and nobody has decided; option unresolved includes it.',
  rejected: 'A reviewer rejected it; option unresolved includes it.',
  'no-shape': 'The box has no area on any page.',
  'no-size': 'The size of the page is not known, and nothing is guessed.',
  'zero-size': 'The box has no width or no height.',
  outside: 'The box lies outside of its page.',
  clamped: 'The box reaches beyond its page and was cut at the edge.',
  'box-split': 'The box has several areas and became one object for each.',
  'part-lost': 'Some areas of the box have no size, lie outside or on a page of unknown size.',
  'left-out': 'It speaks about something that is not in the files.',
} as const satisfies Record<string, string>
