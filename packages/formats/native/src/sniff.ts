import type { Confidence, Head } from '@labelport/format'

/** Every line begins with the name and version of the format, and nobody else's does. */
export function sniff(head: Head): Confidence {
  return /^\uFEFF?\s*\{\s*"labelport"\s*:\s*\d/.test(head.text) ? 'certain' : 'no'
}
