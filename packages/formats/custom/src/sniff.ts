import type { Confidence, Head } from '@labelport/format'

const snippet = /"text_snippet"\s*:\s*\{/
const extraction = /"text_extraction"\s*:\s*\{/
const noLabels = /"annotations"\s*:\s*\[\s*\]/

/** Looks for the two keys of the sample: a text and the stretches taken out of it. */
export function sniff({ text: whole }: Head): Confidence {
  const text = whole.replace(/^\uFEFF/, '').trimStart()
  if (!text.startsWith('{') && !text.startsWith('[')) return 'no'
  if (snippet.test(text) && (extraction.test(text) || noLabels.test(text))) return 'certain'
  // A long text may push the second key out of sight.
  return snippet.test(text) || extraction.test(text) ? 'likely' : 'no'
}
