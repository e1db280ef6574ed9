// All entries of a zip to bytes, with every check the archive package makes.
import { openZip } from '@labelport/archive'
import { openFile, zlibCodec } from '@labelport/node'

const file = openFile(process.argv[2])
const report = ({ message }) => {
  throw new Error(message)
}
const { entries } = await openZip(file, { name: 'export.zip', codec: zlibCodec, report })
let bytes = 0
for (const entry of entries) {
  const content = entry.bytes()
  bytes += (content instanceof Promise ? await content : content).length
}
file.close()
console.log(JSON.stringify({ bytes }))
