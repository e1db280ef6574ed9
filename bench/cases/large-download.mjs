// One download of the emulator's large file, told apart from the time its process takes to start.
import { createClient } from '@labelport/client'
import { downloadTarget } from '@labelport/node'

process.once('message', async ({ url, credentials, path }) => {
  const client = createClient({ baseUrl: url, ...credentials })
  let link = ''
  let begun = performance.now()
  await client.exportProject(
    { projectId: 'large', fileName: 'large', format: 'NATIVE' },
    {
      target: downloadTarget(path),
      onState(state) {
        link = state.fileUrl ?? link
        // The pause before the first question is no part of the download.
        if (state.type === 'delivered') begun = performance.now()
      },
    },
  )
  const ms = performance.now() - begun
  process.send({ ms, link, rss: process.resourceUsage().maxRSS / 1_024 })
  process.disconnect()
})
