import type { ExportInput } from '@labelport/archive'
import { memorySource } from '@labelport/format'
import { boxFile } from './boxes.ts'
import { desk } from './desk.ts'
import { letterFile, letters } from './letters.ts'
import { type Copy, noteFile } from './note-file.ts'
import { notes } from './notes.ts'
import { folderOf, labelers, people } from './people.ts'
import type { SampleName } from './sample-name.ts'
import { surveyFile, surveyOptions } from './survey.ts'
import { tourFile } from './tour.ts'

/** A file of the sample. */
export interface SampleFile {
  readonly path: string
  readonly text: string
}

/** How samples want to be read. */
export const sampleOptions = { csv: surveyOptions }

const root = folderOf('ROOT', 'head')

/** The files of one kind of project, or of all of them. All of it is invented, and laid out as Datasaur exports it. */
export function sampleFiles(name: SampleName = 'all'): readonly SampleFile[] {
  return name === 'all' ? Object.values(projects).flatMap((files) => files()) : projects[name]()
}

/** A sample as something that was handed in. */
export function sampleInput(name: SampleName): ExportInput {
  const files = sampleFiles(name).map(({ path, text }) => memorySource(path, text))
  return { type: 'folder', name: 'garden', files }
}

/** Small projects of a botanical garden, by kind. */
const projects = {
  token: () => reviewed({ id: 'R0FSREVOMDE', name: 'Visitor notes' }, notes, noteFile),
  box: boxFiles,
  row: surveyFiles,
  audio: tourFiles,
  document: () => reviewed({ id: 'R0FSREVOMDU', name: 'Letters' }, letters, letterFile),
  conversation: () => reviewed({ id: 'R0FSREVOMDY', name: 'Front desk' }, desk, noteFile),
} as const satisfies Record<Exclude<SampleName, 'all'>, () => readonly SampleFile[]>

/** Every copy of a project that two people labeled and a third one reviewed. */
function reviewed<T extends { readonly name: string }>(
  project: SampleProject,
  documents: readonly T[],
  content: (document: T, copy: Copy, project: SampleProject) => string,
): readonly SampleFile[] {
  const copies: readonly (readonly [Copy, string])[] = [
    ['review', 'REVIEW'],
    ['root', root],
    ...labelers.map((one) => [one, folderOf('DOCUMENT', one)] as const),
  ]
  return [
    projectData(project),
    ...copies.flatMap(([copy, cabinet]) =>
      documents.map((document) => ({
        path: `${folderName(project)}/${cabinet}/${document.name}.json`,
        text: content(document, copy, project),
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
