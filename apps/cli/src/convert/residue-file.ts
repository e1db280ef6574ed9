import { closeSync, existsSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { convert, residues } from '@labelport/dataset'
import { clearLeftovers, temporaryPath } from '@labelport/node'
import type { Flags } from '../command.ts'
import { Failure, UsageError } from '../exit.ts'
import { residueFormat } from '../residue-format.ts'
import type { Session } from '../session.ts'
import type { ConversionRequest } from './conversion-request.ts'
import type { ConvertFlags } from './convert-flags.ts'
import { openTracing } from './tracing.ts'

/** The flag that keeps what a format cannot hold. */
export const residueFlags = {
  residue: {
    type: 'value',
    value: '<file>',
    help: 'keeps what the format cannot hold in a file, from which labelport restore makes the source again; reads the input twice',
  },
} as const satisfies Flags

/** A residue that is written and does not have its name yet. */
export interface ResidueDraft {
  keep(): void
  /** Takes away what has not been kept. */
  drop(): void
}

/** Writes the residue of a conversion; undefined when none is asked for. Throws UsageError and Failure. */
export async function draftResidue(
  session: Session,
  request: ConversionRequest,
  { residue: shown, overwrite }: Pick<ConvertFlags, 'residue' | 'overwrite'>,
): Promise<ResidueDraft | undefined> {
  if (shown === undefined) return undefined
  const { format, pseudonyms } = request
  if (format.reader === undefined) {
    throw new UsageError(
      `--residue needs a format that can be read again, and ${format.id} cannot.`,
    )
  }
  const path = resolve(session.cwd, shown)
  if (!overwrite && existsSync(path)) throw new Failure(`"${shown}" is there already.`)
  const { signal } = session
  const { documents } = openTracing(session, pseudonyms, false)
  const source = documents(request.prepared(() => {}).documents)
  const { parts } = convert(residues(source, format, signal), residueFormat(), {
    report() {},
    signal,
  })
  clearLeftovers(path)
  const draft = temporaryPath(path)
  const drop = (): void => rmSync(draft, { force: true })
  mkdirSync(dirname(path), { recursive: true })
  const file = openSync(draft, 'w', 0o600)
  try {
    for await (const part of parts) if ('chunk' in part) writeAll(file, part.chunk)
  } catch (error) {
    drop()
    throw error
  } finally {
    closeSync(file)
  }
  return { drop, keep: () => renameSync(draft, path) }
}

function writeAll(file: number, chunk: string | Uint8Array): void {
  const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk
  for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at)
}
