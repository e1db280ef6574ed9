import type { ProjectSummary } from '@labelport/client'
import { defineCommand } from '../command.ts'
import { connect, connectionAbout, connectionFlags } from '../connect.ts'
import { exitCodes } from '../exit.ts'
import { filterFlags, filterOf } from '../project-filter.ts'
import { table } from '../table.ts'

/** `labelport projects`: which projects there are. */
export const projects = defineCommand({
  name: 'projects',
  about: `Lists the projects of a team or of the personal workspace, all pages of them. ${connectionAbout}`,
  flags: { ...filterFlags, ...connectionFlags },
  examples: ['labelport projects --team 42 --status COMPLETE'],
  async run({ flags }, session) {
    const client = connect(session, flags)
    const found: ProjectSummary[] = []
    for await (const project of client.getProjects(filterOf(flags), session.signal)) {
      session.progress.show(`Found ${found.length} projects.`)
      found.push(project)
    }
    session.result({ projects: found }, () => {
      if (found.length === 0) return 'No project fits.\n'
      const columns = ['id', 'name', 'status', 'kinds', 'tags', 'changed']
      const rows = found.map(({ id, name, status, kinds, tags, updatedAt }) =>
        [
          id,
          name,
          status,
          kinds.join(' '),
          tags.map((tag) => tag.name).join(', '),
          updatedAt.slice(0, 10),
        ].map(session.safe),
      )
      return table(
        columns.map((title) => ({ title })),
        rows,
        session.width,
      )
    })
    return exitCodes.done
  },
})
