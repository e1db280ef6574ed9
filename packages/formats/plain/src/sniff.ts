import { type Confidence, extensionOf, type Head } from '@labelport/format'

/**
 * Any text may be plain text, so only the name speaks for it, and that not loudly: it gives way to every
 * format that recognizes something.
 */
export function sniff({ path, text }: Head): Confidence {
  if (extensionOf(path) !== '.txt') return 'no'
  return text.includes('\u0000') || text.includes('\uFFFD') ? 'no' : 'possible'
}
