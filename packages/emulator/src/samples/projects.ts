import type { EmulatedProject } from '../project.ts'
import { gardenProject } from './garden.ts'
import { seedPacketProject } from './seed-packets.ts'

/** Two invented projects that use what the platform can do: one of text, one of pictures. */
export const sampleProjects: readonly EmulatedProject[] = [gardenProject, seedPacketProject]
