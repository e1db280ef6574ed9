import {
  baseName,
  checkJson,
  findingsOf,
  isLong,
  noFindings,
  type ReadBounds,
  type ReadContext,
  readJson,
  type Source,
  usualBounds,
  wideSegments,
  withoutExtension,
} from '@labelport/format'
import type { LabeledDocument } from '@labelport/model'
import { planFile } from './long/plan-file.ts'
import { readSegments } from './long/read-segments.ts'
import { partsOf } from './parts.ts'
import { openDocument } from './read-document.ts'

/** Reads the one document of a file, a long one in segments. */
export async function* read(
  source: Source,
  { report, signal, documentName, schema: given, locate }: ReadContext,
  bounds: ReadBounds = usualBounds,
): AsyncGenerator<LabeledDocument> {
  const { path } = source
  const findings = findingsOf('json', path, report)
  const name = documentName ?? withoutExtension(baseName(path), ['.json'])
  const open = (purpose: 'survey' | 'reading') =>
    openDocument(
      path,
      name,
      purpose === 'survey'
        ? { given, findings: noFindings, locate: undefined }
        : { given, findings, locate },
    )
  if (isLong(source, bounds)) {
    const plan = await planFile(source, bounds, signal)
    if (typeof plan !== 'string') {
      partsOf(plan.file, path, findings)
      for (const { index, bytes } of wideSegments(plan.segments)) {
        const message = `Found labels that reach over ${bytes} bytes of text; they are read at once, which takes memory.`
        findings.add('info', 'wide-segment', `/sentences/${index}`, message)
      }
      yield* readSegments(plan, open, source, signal)
      return
    }
    // Tells what is wrong with a damaged file before all of it is held.
    await checkJson(source, 'json', signal)
    const message = `The document is read whole, which takes memory: ${plan}`
    findings.add('info', 'read-whole', '', message)
  }
  const file = await readJson(source, 'json', { signal })
  yield open('reading').read(partsOf(file, path, findings))
}
