import type { ExportInput } from '@labelport/archive'
import type { Handed } from '../protocol.ts'
import { blobAccess, blobSource } from './blob.ts'

/** What was handed in, as the archive wants it. */
export async function inputsOf(handed: readonly Handed[]): Promise<readonly ExportInput[]> {
  return Promise.all(handed.map(inputOf))
}

async function inputOf(handed: Handed): Promise<ExportInput> {
  const { name } = handed
  switch (handed.type) {
    case 'folder':
      return {
        type: 'folder',
        name,
        files: handed.files.map(({ path, blob }) => blobSource(path, blob)),
      }
    case 'file': {
      const { blob } = handed
      if (await isZip(name, blob)) return { type: 'zip', name, file: blobAccess(blob) }
      return { type: 'file', name, file: blobSource(name, blob) }
    }
    default:
      return handed satisfies never
  }
}

/**
 * A file named `.zip` is taken for one whatever it holds, so that a damaged archive is called that. Office
 * files begin like a zip and are not one here, so other names need a signature and no ending of their own.
 */
async function isZip(name: string, blob: Blob): Promise<boolean> {
  if (/\.zip$/i.test(name)) return true
  if (/\.\w{1,8}$/.test(name)) return false
  const start = new Uint8Array(await blob.slice(0, 4).arrayBuffer())
  return start[0] === 0x50 && start[1] === 0x4b && start[2] === 3 && start[3] === 4
}
