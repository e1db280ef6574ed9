// The other side of the soak, in a process of its own so that only the client's memory is measured.
import { sampleProjects, startEmulator } from '@labelport/emulator'
import { native } from '@labelport/format-native'

const [sample] = sampleProjects
process.once('message', async ({ ids }) => {
  const projects = ids.map((id) => ({ ...sample, id, name: id }))
  const { url, credentials } = await startEmulator({ formats: [native], projects })
  process.send({ url, credentials })
})
process.once('disconnect', () => process.exit())
