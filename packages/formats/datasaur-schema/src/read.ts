import {
  baseName,
  checkJson,
  type Findings,
  FormatError,
  findingsOf,
  isLong,
  isObject,
  type JsonObject,
  limitReports,
  listField,
  noFindings,
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
import { wholeFile } from './runs.ts'

/** Reads the one document of a file, a long one in segments. */
export async function* read(
  source: Source,
  { report, signal, documentName, locate }: ReadContext,
  bounds: ReadBounds = usualBounds,
): AsyncGenerator<LabeledDocument> {
  const fallback = documentName ?? withoutExtension(baseName(source.path), ['.json'])
  // One code tells of wrong types everywhere in a file, so it may speak more often than others do.
  const limited = limitReports(report, 100)
  const findings = findingsOf(formatId, source.path, limited.report)
  if (isLong(source, bounds)) {
    const plan = await planFile(source, bounds, signal)
    if (typeof plan !== 'string') {
      tellVersion(plan.file, findings)
      for (const { index, bytes } of plan.wide) {
        const message = `Found labels that reach over ${bytes} bytes of text; they are read at once, which takes memory.`
        findings.add('info', 'wide-segment', `/data/rows/${index}`, message)
      }
      try {
        yield* readSegments(plan, { source, fallback, findings, locate, signal })
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
  if (!isObject(file) || !isObject(file.data)) throw noData(source, isObject(file))
  const { data } = file
  tellVersion(file, findings)
  const countOf = (list: string): number => listField(data, list, '', noFindings).length
  const document = openDocument({ file, data, fallback, countOf }, findings, locate)
  const whole = document.read(wholeFile)
  limited.close()
  yield whole
}

function tellVersion({ version }: JsonObject, findings: Findings): void {
  if (version === '1') return
  const message = `Found version ${JSON.stringify(version ?? null)}, expected "1"; it is read as version "1".`
  findings.add('warning', 'unknown-version', '/version', message)
}

function noData({ path }: Source, isObjectFile: boolean): FormatError {
  return new FormatError({
    severity: 'error',
    code: `${formatId}/no-data`,
    message: 'The file is no DATASAUR_SCHEMA: found no object under the key "data".',
    place: { path, pointer: isObjectFile ? '/data' : '' },
  })
}
