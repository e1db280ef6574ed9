import type { Deliveries } from '../deliveries.ts'
import type { Jobs } from '../jobs.ts'
import type { UploadedFile } from '../multipart.ts'
import type { EmulatedProject } from '../project.ts'
import type { EmulatedTeam } from '../team.ts'

/** What the GraphQL endpoint knows. */
export interface Served {
  readonly jobs: Jobs
  readonly team: EmulatedTeam
  /** Projects that are made are added. */
  readonly projects: EmulatedProject[]
  /** By object key. */
  readonly uploads: ReadonlyMap<string, UploadedFile>
  readonly deliveries: Deliveries
}
