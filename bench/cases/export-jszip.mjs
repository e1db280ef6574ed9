// The script people write: jszip, every entry to a string, one write per row.

import { once } from 'node:events'
import { createWriteStream, readFileSync } from 'node:fs'
import JSZip from 'jszip'

const [input, output] = process.argv.slice(2)
const out = createWriteStream(output)
const zip = await JSZip.loadAsync(readFileSync(input))
let rows = 0
for (const [name, entry] of Object.entries(zip.files)) {
  if (entry.dir) continue
  const { sentences, labels, labelSets } = JSON.parse(await entry.async('string'))
  for (const { id, tokens } of sentences) {
    const tags = tokens.map(() => 'O')
    for (const label of labels.filter((one) => one.startCellLine === id)) {
      const { labelName } = labelSets[0].labelItems.find((item) => item.id === label.labelSetItemId)
      for (let token = label.startTokenIndex; token <= label.endTokenIndex; token += 1) {
        tags[token] = `${token === label.startTokenIndex ? 'B' : 'I'}-${labelName}`
      }
    }
    const line = JSON.stringify({ id: `${name}#${id}`, document: name, row: id, tokens, tags })
    if (!out.write(`${line}\n`)) await once(out, 'drain')
    rows += 1
  }
}
out.end()
await once(out, 'finish')
console.log(JSON.stringify({ rows }))
