import { type Format, headOf, type Source } from '@labelport/format'

/** The files that look like a format's own, without those it writes beside them; all of them when none does. */
export async function recognised(
  files: readonly Source[],
  format: Format,
): Promise<readonly Source[]> {
  const own: Source[] = []
  for (const file of files) {
    if (format.reader?.sniff(await headOf(file)) !== 'no') own.push(file)
  }
  return own.length > 0 ? own : files
}
