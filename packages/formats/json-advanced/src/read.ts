import {
  baseName,
  checkJson,
  FormatError,
  findingsOf,
  isLong,
  isObject,
  limitReports,
  type ReadBounds,
  type ReadContext,
  readJson,
  type Source,
  usualBounds,
  withoutExtension,
} from '@labelport/format'
import type { LabeledDocument } from '@labelport/model'
import { formatId } from './extra.ts'
import { planFile } from './long/plan-file.ts'
import { readSegments } from './long/read-segments.ts'
import { openDocument } from './read-document.ts'

/** Reads the one document of a file, a long one in segments. */
export async function* read(
  source: Source,
  { report, signal, documentName, locate }: ReadContext,
  bounds: ReadBounds = usualBounds,
): AsyncGenerator<LabeledDocument> {
  const name = documentName ?? withoutExtension(baseName(source.path), ['.json'])
  // One code tells of wrong types everywhere in a file, so it may speak more often than others do.
  const limited = limitReports(report, 100)
  const findings = findingsOf(formatId, source.path, limited.report)
  if (isLong(source, bounds)) {
    const plan = await planFile(source, bounds, signal)
    if (typeof plan !== 'string') {
      for (const { index, bytes } of plan.wide) {
        const message = `Found labels that reach over ${bytes} bytes of text; they are read at once, which takes memory.`
        findings.add('info', 'wide-segment', `/sentences/${index}`, message)
      }
      try {
        yield* readSegments(plan, { source, name, findings, locate, signal })
      } finally {
        limited.close()
      }
      return
    }
    // Tells what is wrong with a damaged file before all of it is held.
    await checkJson(source, formatId, signal)
    const message = `The document is read whole, which takes memory: ${plan}`
    findings.add('info', 'read-whole', '', message)
  }
  const file = await readJson(source, formatId, { signal })
  if (!isObject(file) || !Array.isArray(file.sentences)) throw noSentences(source, isObject(file))
  const document = openDocument(file, name, findings, locate).read({
    sentences: file.sentences,
    isLast: true,
  })
  limited.close()
  yield document
}

function noSentences({ path }: Source, isObjectFile: boolean): FormatError {
  return new FormatError({
    severity: 'error',
    code: `${formatId}/no-sentences`,
    message: 'The file is no JSON_ADVANCED: found no list under the key "sentences".',
    place: { path, pointer: isObjectFile ? '/sentences' : '' },
  })
}
