import { defineCommand } from '../command.ts'
import { connect, connectionAbout, connectionFlags } from '../connect.ts'
import { exitCodes } from '../exit.ts'
import { table } from '../table.ts'

/** `labelport tags`: the tags projects can be chosen by. */
export const tags = defineCommand({
  name: 'tags',
  about: `Lists the tags of a team or of the personal workspace. ${connectionAbout}`,
  flags: {
    team: { type: 'value', value: '<id>', help: 'a team; without it, the personal workspace' },
    ...connectionFlags,
  },
  examples: ['labelport tags --team 42'],
  async run({ flags }, session) {
    const found = await connect(session, flags).getTags(flags.team, session.signal)
    session.result({ tags: found }, () => {
      if (found.length === 0) return 'There are no tags.\n'
      const rows = found.map(({ id, name, global }) => [
        session.safe(id),
        session.safe(name),
        global ? 'all teams' : '',
      ])
      return table([{ title: 'id' }, { title: 'tag' }, { title: 'of' }], rows, session.width)
    })
    return exitCodes.done
  },
})
