import JSZip from 'jszip'
import { describe, expect, it } from 'vitest'
import { exported } from './asking.ts'

describe('the zip of a project', () => {
  const zipOf = async (changes: object = {}): Promise<Uint8Array> => {
    const { fileUrl } = await exported(changes)
    return new Uint8Array(await (await fetch(fileUrl)).arrayBuffer())
  }

  it('is laid out as the platform lays it out', async () => {
    const zip = await JSZip.loadAsync(await zipOf())
    const top = '_demo_ Garden notes-N2E4MjNlYTc'
    const names = Object.keys(zip.files)
    expect(names.slice(0, 4)).toEqual([
      `${top}/`,
      `${top}/project-data.json`,
      `${top}/REVIEW/`,
      `${top}/REVIEW/greenhouse.txt.lines`,
    ])
    expect(names.filter((name) => name.endsWith('/'))).toEqual([
      `${top}/`,
      `${top}/REVIEW/`,
      `${top}/ROOT-own_example_org/`,
      `${top}/DOCUMENT-lin_example_org/`,
      `${top}/DOCUMENT-oda_example_org/`,
      `${top}/DOCUMENT-pim_example_org/`,
    ])
    expect(names.filter((name) => name.startsWith(`${top}/DOCUMENT-oda`))).toHaveLength(4)
    expect(
      await zip.file(`${top}/ROOT-own_example_org/greenhouse.txt.lines`)?.async('string'),
    ).toContain('🌿')
    const data = JSON.parse((await zip.file(`${top}/project-data.json`)?.async('string')) ?? '')
    expect(data.project).toMatchObject({
      id: 'N2E4MjNlYTc',
      title: '[demo] Garden notes',
      tags: ['demo', 'NER'],
    })
    expect(data.project.assignments).toHaveLength(4)
    expect(data.project.assignments[0]).toEqual({
      id: 1,
      displayName: 'Rev Example',
      email: 'rev@example.org',
      role: 'REVIEWER',
    })
    expect(data.project.assignments[2].documentInfos).toContainEqual({
      name: 'rose walk.txt',
      part: 0,
    })
  })

  it('has the same bytes every time', async () => {
    expect(await zipOf()).toEqual(await zipOf())
  })

  it('holds the copies of one role when only those are asked for', async () => {
    const names = Object.keys(
      (await JSZip.loadAsync(await zipOf({ filteredCabinetRole: 'LABELER' }))).files,
    )
    expect(names.some((name) => name.includes('DOCUMENT-'))).toBe(true)
    expect(names.some((name) => /REVIEW|ROOT/.test(name))).toBe(false)
  })
})
