import type { Format } from '@labelport/format'
import { GraphQLError } from 'graphql'
import { type CabinetRole, documentFile, projectZip } from './export-files.ts'
import { type EmulatedProject, findDocument } from './project.ts'
import { statementTable, teamOverview } from './team-files.ts'

/** The fields of an export's input that the emulator heeds. */
export interface ExportInput {
  readonly projectIds?: readonly string[] | null
  readonly projectId?: string
  readonly documentId?: string
  readonly teamId?: string
  readonly fileName?: string
  readonly format?: string
  readonly filteredCabinetRole?: CabinetRole | null
  readonly method?: string
  readonly url?: string | null
  readonly secret?: string | null
  readonly externalObjectStorageParameter?: {
    readonly externalObjectStorageId: string
    readonly prefix?: string | null
  } | null
}

/** The export operations of the API. */
export type ExportField =
  | 'exportTextProject'
  | 'exportTextProjectDocument'
  | 'exportTeamOverview'
  | 'exportTeamIAA'
  | 'exportTestProjectResult'
  | 'exportCustomReport'

/** What an export makes. */
export interface ExportPlan {
  /** The part of the key that tells the kind. */
  readonly kind: string
  /** The project, document or team it is of. */
  readonly id: string
  readonly projectId?: string
  readonly fileName: string
  readonly make: () => Promise<Uint8Array>
}

interface Served {
  readonly projects: readonly EmulatedProject[]
  readonly formats: readonly Format[]
}

/** What an export will make. Throws GraphQLError for what there is not. */
export function planExport(field: ExportField, input: ExportInput, served: Served): ExportPlan {
  const { projects } = served
  const named = (id = ''): EmulatedProject => {
    const project = projects.find((candidate) => candidate.id === id)
    if (project === undefined) throw new GraphQLError('Project not found')
    return project
  }
  switch (field) {
    case 'exportTextProject': {
      const format = formatNamed(input.format, served.formats)
      const project = named(input.projectIds?.[0])
      const role = input.filteredCabinetRole ?? undefined
      const { id } = project
      const fileName = `${input.fileName ?? id}.zip`
      return {
        kind: 'project',
        id,
        projectId: id,
        fileName,
        make: () => projectZip(project, format, role),
      }
    }
    case 'exportTextProjectDocument': {
      const format = formatNamed(input.format, served.formats)
      const found = findDocument(projects, input.documentId ?? '')
      if (found === undefined) throw new GraphQLError('Document not found')
      const { id, segments, project } = found
      const fileName = `${input.fileName ?? id}${format.extensions[0] ?? ''}`
      const make = () => documentFile(segments, format)
      return { kind: 'document', id, projectId: project.id, fileName, make }
    }
    case 'exportTeamOverview': {
      const id = input.teamId ?? ''
      const fileName = 'Team Overview - Garden team.zip'
      return { kind: 'team-overview', id, fileName, make: () => teamOverview(projects) }
    }
    case 'exportTestProjectResult': {
      const project = named(input.projectId)
      const { id } = project
      const make = () => statementTable([project])
      return { kind: 'test-project', id, projectId: id, fileName: 'Test result.csv', make }
    }
    case 'exportTeamIAA':
    case 'exportCustomReport': {
      const id = input.teamId ?? ''
      const chosen = input.projectIds?.map(named) ?? projects
      const fileName = field === 'exportTeamIAA' ? 'IAA.csv' : 'Custom report.csv'
      return { kind: 'team', id, fileName, make: () => statementTable(chosen) }
    }
    default:
      return field satisfies never
  }
}

function formatNamed(name = '', formats: readonly Format[]): Format {
  const id = name.toLowerCase().replaceAll('_', '-')
  const format = formats.find((candidate) => candidate.id === id)
  if (format === undefined) throw new GraphQLError(`Unsupported export format ${name}`)
  return format
}
