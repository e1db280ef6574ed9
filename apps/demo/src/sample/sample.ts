import type { ExportInput } from '@labelport/archive'
import { memorySource } from '@labelport/format'
import { boxFile } from './boxes.ts'
import { type Copy, noteFile } from './note-file.ts'
import { notes } from './notes.ts'
import { folderOf, labelers, people } from './people.ts'
import { surveyFile, surveyOptions } from './survey.ts'
import { tourFile } from './tour.ts'

/** A file of the sample. */
export interface SampleFile {
  readonly path: string
  readonly text: string
}

/** How the sample wants to be read. */
export const sampleOptions = { csv: surveyOptions }

const root = folderOf('ROOT', 'head')

/** Four small projects of a botanical garden, laid out as Datasaur exports them. All of it is invented. */
export function sampleFiles(): readonly SampleFile[] {
  return [...noteFiles(), ...boxFiles(), ...surveyFiles(), ...tourFiles()]
}

/** The sample as something that was handed in. */
export function sampleInput(): ExportInput {
  const files = sampleFiles().map(({ path, text }) => memorySource(path, text))
  return { type: 'folder', name: 'garden', files }
}

function noteFiles(): readonly SampleFile[] {
  const project = { id: 'R0FSREVOMDE', name: 'Visitor notes' }
  const copies: readonly (readonly [Copy, string])[] = [
    ['review', 'REVIEW'],
    ['root', root],
    ...labelers.map((one) => [one, folderOf('DOCUMENT', one)] as const),
  ]
  const folder = folderName(project)
  return [
    projectData(project),
    ...copies.flatMap(([copy, cabinet]) =>
      notes.map((note) => ({
        path: `${folder}/${cabinet}/${note.name}.json`,
        text: noteFile(note, copy, project),
      })),
    ),
  ]
}

function boxFiles(): readonly SampleFile[] {
  const project = { id: 'R0FSREVOMDI', name: 'Garden plans' }
  return reviewAndRoot(project, 'garden-plan.png.json', (labeled) => boxFile(labeled, project))
}

function surveyFiles(): readonly SampleFile[] {
  const survey = { id: 'R0FSREVOMDM', name: 'Survey' }
  const path = `${folderName(survey)}/REVIEW/survey.csv`
  return [projectData(survey), { path, text: surveyFile() }]
}

function tourFiles(): readonly SampleFile[] {
  return reviewAndRoot({ id: 'R0FSREVOMDQ', name: 'Night tour' }, 'night-tour.wav.json', tourFile)
}

interface SampleProject {
  readonly id: string
  readonly name: string
}

function reviewAndRoot(
  project: SampleProject,
  file: string,
  content: (labeled: boolean) => string,
): readonly SampleFile[] {
  const folder = folderName(project)
  return [
    projectData(project),
    { path: `${folder}/REVIEW/${file}`, text: content(true) },
    { path: `${folder}/${root}/${file}`, text: content(false) },
  ]
}

function projectData(project: SampleProject): SampleFile {
  const { id, name: title } = project
  const assignments = [
    { ...people.head, role: 'REVIEWER' },
    { ...people.ivy, role: 'LABELER' },
    { ...people.moss, role: 'LABELER' },
  ]
  const data = { project: { id, title, tags: ['garden'], assignments } }
  return { path: `${folderName(project)}/project-data.json`, text: JSON.stringify(data) }
}

function folderName({ id, name }: SampleProject): string {
  return `${name}-${id}`
}
