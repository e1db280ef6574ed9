import { provenancePath } from '@labelport/dataset'
import type { Format } from '@labelport/format'
import { withReadOptions } from '../choose.ts'
import { defineCommand } from '../command.ts'
import { exitCodes, Failure } from '../exit.ts'
import { inputFlags, type OpenedInput, openInput } from '../input.ts'
import { openLibrary } from '../library.ts'
import type { Session } from '../session.ts'
import { counted } from '../table.ts'
import { findEntry } from '../trace/find-entry.ts'
import { placeText } from '../trace/place-text.ts'
import { provenanceSources } from '../trace/provenance-sources.ts'
import { readProvenance, type Traced } from '../trace/read-provenance.ts'
import { saidThere } from '../trace/said-there.ts'
import { type Trace, traceText } from '../trace/trace-text.ts'

/** How many traces are shown to people; JSON has all of them. */
const shownTraces = 20

/** `labelport trace`: from a row of a data set back to the file, the place and the person. */
export const trace = defineCommand({
  name: 'trace',
  about:
    'Says where a row or label of a data set came from, as convert --provenance wrote it down. Given the export, it checks that the file is still the same and shows what stands there. An id is that of a document or its name, that of a label or comment (also as <document>/<id>), or <document>:<row>.',
  operands: {
    usage: '<id> [export…]',
    help: 'what to trace, and the export it came from: zips, folders or files',
    min: 1,
    max: Infinity,
  },
  flags: {
    provenance: {
      type: 'value',
      value: '<file>',
      default: provenancePath(),
      help: 'the file beside the data set, or the folder of a data set in shards',
    },
    'read-option': inputFlags['read-option'],
    schema: inputFlags.schema,
    plugin: inputFlags.plugin,
  },
  examples: [
    'labelport trace salbei.txt:3 --provenance data/provenance.jsonl',
    'labelport trace span-7 --provenance data/provenance.jsonl export.zip',
  ],
  async run({ flags, operands }, session) {
    const [id = '', ...paths] = operands
    const traced = await readProvenance(
      provenanceSources(session, flags.provenance),
      id,
      session.signal,
    )
    if (traced.length === 0) {
      throw new Failure(`"${flags.provenance}" has nothing about "${id}".`)
    }
    const traces = paths.length === 0 ? traced : await lookUp(traced, paths, flags, session)
    session.result({ traces }, () => {
      const texts = traces.slice(0, shownTraces).map((one) => traceText(one, session))
      const more = traces.length - texts.length
      const rest = more > 0 ? `\nAnd ${counted(more, 'more place')}; --json tells all.\n` : ''
      return texts.join('\n') + rest
    })
    const isWhole = traces.every(({ entry = 'same' }: Trace) => entry === 'same')
    return isWhole ? exitCodes.done : exitCodes.failed
  },
})

async function lookUp(
  traced: readonly Traced[],
  paths: readonly string[],
  flags: {
    readonly 'read-option': readonly string[]
    readonly schema: readonly string[]
    readonly plugin: readonly string[]
  },
  session: Session,
): Promise<readonly Trace[]> {
  const library = await openLibrary(session, flags.plugin)
  const formats = withReadOptions(library.formats, flags['read-option'])
  const input = await openInput(session, library, paths, {
    ...flags,
    project: undefined,
    from: undefined,
  })
  const traces: Trace[] = []
  for (const one of traced) traces.push(await lookUpOne(one, input, formats, session))
  return traces
}

async function lookUpOne(
  one: Traced,
  { found }: OpenedInput,
  formats: readonly Format[],
  session: Session,
): Promise<Trace> {
  const entry = await findEntry(found, one.document, session.signal)
  if (entry.type === 'missing' || one.type === 'document') return { ...one, entry: entry.type }
  const quote = await saidThere(session, formats, one, entry)
  const there = await placeText(entry.file, one.statement, session.signal)
  return { ...one, entry: entry.type, ...(quote && { quote }), ...(there && { there }) }
}
