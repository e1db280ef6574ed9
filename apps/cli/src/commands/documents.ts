import { defineCommand } from '../command.ts'
import { connect, connectionAbout, connectionFlags } from '../connect.ts'
import { exitCodes, UsageError } from '../exit.ts'
import { table } from '../table.ts'

/** `labelport documents`: the copies of a project and the documents in them. */
export const documents = defineCommand({
  name: 'documents',
  about: `Lists the documents of a project, copy by copy. ${connectionAbout}`,
  flags: {
    project: { type: 'value', value: '<id>', help: 'the project, as its address names it' },
    ...connectionFlags,
  },
  examples: ['labelport documents --project Abc123Def45'],
  async run({ flags }, session) {
    if (flags.project === undefined) throw new UsageError('documents needs --project <id>.')
    const client = connect(session, flags)
    const cabinets = await client.getProjectCabinets(flags.project, session.signal)
    session.result({ project: flags.project, cabinets }, () => {
      const rows = cabinets.flatMap(({ role, status, documents: list }) =>
        list.map(({ id, name, part }) => [role, status, name, part, session.safe(id)]),
      )
      if (rows.length === 0) return 'The project has no documents.\n'
      const safe = rows.map((row) =>
        row.map((cell) => (typeof cell === 'string' ? session.safe(cell) : cell)),
      )
      const columns = [
        { title: 'copy' },
        { title: 'status' },
        { title: 'document' },
        { title: 'part', align: 'right' },
        { title: 'id' },
      ] as const
      return table(columns, safe, session.width)
    })
    return exitCodes.done
  },
})
