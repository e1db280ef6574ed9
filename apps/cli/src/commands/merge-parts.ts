import { join, resolve } from 'node:path'
import { addPlaced, addRecords, emptySplitLock, reportSharedIds } from '@labelport/dataset'
import { finishShards } from '@labelport/format'
import { type OutputPart, writeDirectory } from '@labelport/node'
import { checkOut } from '../check-out.ts'
import { chooseDestination, withOptions } from '../choose.ts'
import { defineCommand } from '../command.ts'
import { showOutcome } from '../convert/conversion-outcome.ts'
import { noteFile } from '../convert/data-set-note.ts'
import { changeOf, sumsBeside } from '../convert/noted-file.ts'
import { readParts } from '../convert/read-parts.ts'
import { exitCodes, Failure, UsageError } from '../exit.ts'
import { openLibrary, pluginFlag } from '../library.ts'

/** `labelport merge-parts`: one data set of the parts that several machines wrote. */
export const mergeParts = defineCommand({
  name: 'merge-parts',
  about:
    'Makes one data set of the parts that `convert --part` wrote. Their files are taken over as they are; only what is about the whole is written, such as the card.',
  operands: {
    usage: '<folder…>',
    help: 'the folders of all parts',
    min: 1,
    max: Infinity,
  },
  flags: {
    out: {
      type: 'value',
      value: '<folder>',
      help: 'where to write; a folder that is not there yet',
    },
    overwrite: { type: 'switch', help: 'replace the folder when it is there' },
    ...pluginFlag,
  },
  examples: ['labelport merge-parts parts/* --out data'],
  async run({ flags, operands }, session) {
    const { out, overwrite } = flags
    if (out === undefined) throw new UsageError('merge-parts needs --out <folder>.')
    if (overwrite) checkOut(out, session.cwd, operands)
    const { report, signal, cwd } = session
    const { note, shards } = readParts(operands.map((folder) => resolve(cwd, folder)))
    const library = await openLibrary(session, flags.plugin)
    const destination = await chooseDestination(library, note.format.id)
    const { format } = withOptions(destination, note.format.options)
    const records = shards.map(({ record }) => record)
    async function* parts(): AsyncGenerator<OutputPart> {
      for (const { folder, record, sums } of shards) {
        for (const [at, path] of record.files.entries()) {
          const change = await changeOf(folder, path, sums[at], signal)
          if (change !== undefined) {
            throw new Failure(`"${join(folder, path)}" ${change}. Write that part again.`)
          }
          yield { path, takenFrom: join(folder, path) }
        }
      }
      const { notes, splitNames, labels, of } = note
      const facts = records.map((record) => record.facts)
      yield* finishShards(format, facts, {
        report,
        signal,
        notes,
        ...(splitNames && { splitNames }),
        ...(labels && { labels: { ...labels, questions: new Map(labels.questions) } }),
        shards: of,
      })
    }
    const taken = records.flatMap((record) => record.files)
    const files = await writeDirectory(parts(), resolve(cwd, out), {
      ...{ signal, overwrite },
      last: (written) => noteFile({ ...note, beside: sumsBeside(written, taken) }),
    })
    const owns = shards.map(({ record, sources = [] }) => ({
      ids: record.ids ?? '',
      paths: sources,
    }))
    reportSharedIds(owns, report)
    const totals = addRecords(records)
    const placed = records.flatMap((record) => record.placed ?? [])
    const { leaks } = addPlaced(emptySplitLock, placed, report)
    showOutcome(session, format, out, {
      ...totals,
      leaks,
      files,
      refused: [],
      shards: { of: note.of, reused: 0 },
    })
    return exitCodes.done
  },
})
