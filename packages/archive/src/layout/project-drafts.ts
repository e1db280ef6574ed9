import { type NumberRuns, openRuns, type Source } from '@labelport/format'

/** A project that is being found, with the places of its files among all. */
export interface ProjectDraft {
  readonly root: string
  projectData?: Source
  readonly cabinets: Map<string, NumberRuns>
  readonly droppings: NumberRuns
  readonly strays: NumberRuns
}

/** The projects that are being found, by the paths of their folders. */
export interface ProjectDrafts {
  readonly byRoot: ReadonlyMap<string, ProjectDraft>
  /** Begins it where it is not there yet. */
  of(root: string): ProjectDraft
}

/** Starts with no project. */
export function openDrafts(): ProjectDrafts {
  const byRoot = new Map<string, ProjectDraft>()
  return {
    byRoot,
    of(root) {
      const draft = byRoot.get(root) ?? emptyDraft(root)
      byRoot.set(root, draft)
      return draft
    },
  }
}

function emptyDraft(root: string): ProjectDraft {
  return { root, cabinets: new Map(), droppings: openRuns(), strays: openRuns() }
}

/** Adds to a group, and begins it where it is not there yet. */
export function add(groups: Map<string, NumberRuns>, key: string, place: number): void {
  const group = groups.get(key) ?? openRuns()
  groups.set(key, group)
  group.add(place)
}

/** The project in whose folder a file lies, the innermost if there are several. */
export function projectAround(path: string, { byRoot }: ProjectDrafts): ProjectDraft | undefined {
  let found: ProjectDraft | undefined
  for (const draft of byRoot.values()) {
    const inside = draft.root === '' || path.startsWith(`${draft.root}/`)
    if (inside && draft.root.length >= (found?.root.length ?? 0)) found = draft
  }
  return found
}
