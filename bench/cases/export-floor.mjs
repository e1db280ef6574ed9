// Zip of JSON_ADVANCED in, one JSON line per row out, by hand.
import { batchedWriter } from '../lines.mjs'
import { entriesByHand } from '../zip-by-hand.mjs'

const [input, output] = process.argv.slice(2)
const out = batchedWriter(output)
let rows = 0
for (const { name, bytes } of entriesByHand(input)) {
  const { sentences, labels, labelSets } = JSON.parse(bytes.toString())
  const names = new Map(labelSets[0].labelItems.map((item) => [item.id, item.labelName]))
  const tags = sentences.map(({ tokens }) => new Array(tokens.length).fill('O'))
  for (const label of labels) {
    const row = tags[label.startCellLine]
    const labelName = names.get(label.labelSetItemId)
    for (let token = label.startTokenIndex; token <= label.endTokenIndex; token += 1) {
      row[token] = `${token === label.startTokenIndex ? 'B' : 'I'}-${labelName}`
    }
  }
  for (const { id, tokens } of sentences) {
    out.write(
      `${JSON.stringify({ id: `${name}#${id}`, document: name, row: id, tokens, tags: tags[id] })}\n`,
    )
    rows += 1
  }
}
out.close()
console.log(JSON.stringify({ rows }))
