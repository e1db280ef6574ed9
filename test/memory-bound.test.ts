import { memoryBound } from '@labelport/format-testing'
import { expect, it } from 'vitest'
import { packages, read } from './workspace.ts'

const formats = packages.filter(({ kind }) => kind === 'format')

it.each(formats)('$id states the memory bound that its tests check', ({ folder }) => {
  const [, stated = ''] =
    /\*\*Memory\*\*: ([\s\S]*?)(?:\n\n|\n- )/.exec(read(`${folder}/README.md`)) ?? []
  expect(stated).toContain(`${memoryBound.perByte} characters`)
  expect(stated).toContain(memoryBound.atLeast.toLocaleString('en-US'))
})
