import {
  baseName,
  checkJson,
  FormatError,
  findingsOf,
  isObject,
  limitReports,
  type ReadContext,
  readJson,
  type Source,
  withoutExtension,
} from '@labelport/format'
import type { LabeledDocument } from '@labelport/model'
import { formatId } from './extra.ts'
import { type CutSizes, planFile } from './long/plan-file.ts'
import { readSegments } from './long/read-segments.ts'
import { openDocument } from './read-document.ts'

/** How much of a file is held at once. */
export interface ReadBounds extends CutSizes {
  /** Files of up to so many bytes are read whole. */
  readonly whole: number
}

/**
 * A document that is read whole takes some five times its size in memory; up to 16 MiB that is as much as Node takes for
 * itself and its garbage. The text of a piece is short enough to die young, which takes a quarter less memory than
 * pieces of 1 MiB and no more time.
 */
const usualBounds: ReadBounds = {
  whole: 2 ** 24,
  piece: 96 * 2 ** 10,
  sentences: 1024,
  segment: 2 ** 22,
}

/** Reads the one document of a file, a long one in segments. */
export async function* read(
  source: Source,
  { report, signal, documentName, locate }: ReadContext,
  bounds = usualBounds,
): AsyncGenerator<LabeledDocument> {
  const name = documentName ?? withoutExtension(baseName(source.path), ['.json'])
  // One code tells of wrong types everywhere in a file, so it may speak more often than others do.
  const limited = limitReports(report, 100)
  const findings = findingsOf(formatId, source.path, limited.report)
  if (isLong(source, bounds)) {
    const plan = await planFile(source, bounds, signal)
    if (typeof plan !== 'string') {
      for (const { pointer, bytes } of plan.wide) {
        const message = `Found labels that reach over ${bytes} bytes of text; they are read at once, which takes memory.`
        findings.add('info', 'wide-segment', pointer, message)
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

function isLong(source: Source, { whole }: ReadBounds): boolean {
  // A text that was decoded already is held as it is.
  if (source.text?.() !== undefined) return false
  return source.size !== undefined && source.size > whole
}

function noSentences({ path }: Source, isObjectFile: boolean): FormatError {
  return new FormatError({
    severity: 'error',
    code: `${formatId}/no-sentences`,
    message: 'The file is no JSON_ADVANCED: found no list under the key "sentences".',
    place: { path, pointer: isObjectFile ? '/sentences' : '' },
  })
}
