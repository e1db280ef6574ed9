import { resolve } from 'node:path'
import { convert, openRestoration } from '@labelport/dataset'
import { baseName } from '@labelport/format'
import { writeDirectory } from '@labelport/node'
import { checkOut } from '../check-out.ts'
import { chooseDestination, withOptions, withReadOptions } from '../choose.ts'
import { defineCommand } from '../command.ts'
import { exitCodes, Failure, UsageError } from '../exit.ts'
import { inputFlags, openInput } from '../input.ts'
import { ledgerText } from '../ledger-text.ts'
import { openLibrary } from '../library.ts'
import { readResidue } from '../restore/read-residue.ts'
import { restoredDocuments } from '../restore/restored-documents.ts'
import { counted } from '../table.ts'

/** `labelport restore`: the source of a conversion again, of its files and their residue. */
export const restore = defineCommand({
  name: 'restore',
  about:
    'Makes the source of a conversion again, of its files as they are now and of what convert --residue kept beside them. What was edited in the files meanwhile wins; what cannot be put together is reported.',
  operands: {
    usage: '<folder…>',
    help: 'what convert wrote, edited or not: folders, zips or files',
    min: 1,
    max: Infinity,
  },
  flags: {
    residue: { type: 'value', value: '<file>', help: 'what convert --residue wrote' },
    to: {
      type: 'value',
      value: '<id>',
      default: 'native',
      help: 'the format to write (labelport formats)',
    },
    out: {
      type: 'value',
      value: '<folder>',
      help: 'where to write; a folder that is not there yet',
    },
    overwrite: { type: 'switch', help: 'replace the folder when it is there' },
    option: { type: 'values', value: '<name=value>', help: 'an option of the format' },
    'read-option': inputFlags['read-option'],
    plugin: inputFlags.plugin,
  },
  examples: [
    'labelport convert export.zip --to json --out data --residue kept.jsonl',
    'labelport restore data --residue kept.jsonl --out again',
  ],
  async run({ flags, operands }, session) {
    const { residue, out, overwrite } = flags
    if (residue === undefined) throw new UsageError('restore needs --residue <file>.')
    if (out === undefined) throw new UsageError('restore needs --out <folder>.')
    const { report, signal, cwd } = session
    if (overwrite) checkOut(out, cwd, [...operands, residue])
    const library = await openLibrary(session, flags.plugin)
    const destination = await chooseDestination(library, flags.to)
    const { format, defaults } = withOptions(destination, flags.option)
    const restoration = openRestoration(await readResidue(session, residue), report)
    const formats = withReadOptions(library.formats, flags['read-option'])
    const written = formats.find(({ id }) => id === restoration.format)
    if (written === undefined) {
      throw new Failure(`The residue is one of ${restoration.format}, which is not known here.`)
    }
    const reading = { ...flags, project: undefined, from: undefined, schema: [] }
    const { found } = await openInput(session, library, operands, reading)
    const beside = [baseName(residue)]
    const documents = restoredDocuments(session, { found, format: written, beside }, restoration)
    const conversion = convert(documents, format, { report, signal, defaults })
    const files = await writeDirectory(conversion.parts, resolve(cwd, out), { signal, overwrite })
    const ledger = conversion.ledger()
    const { kept, counts } = session.diagnostics
    const value = { format: format.id, out, files, ledger }
    session.result({ ...value, diagnostics: kept, diagnosticCounts: counts }, () => {
      const wrote = `Wrote ${counted(files.length, 'file')} as ${format.title} in ${out}`
      return `${session.safe(wrote)}\n\n${ledgerText(ledger, session)}`
    })
    return exitCodes.done
  },
})
