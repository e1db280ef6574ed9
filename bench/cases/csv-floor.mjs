// A CSV read by hand in chunks: a callback per row, nothing kept.
import { closeSync, openSync, readSync } from 'node:fs'
import { StringDecoder } from 'node:string_decoder'

let rows = 0
let characters = 0
function onRow(fields) {
  rows += 1
  for (const field of fields) characters += field.length
}

const file = openSync(process.argv[2], 'r')
const decoder = new StringDecoder('utf8')
const chunk = Buffer.alloc(1 << 20)
let text = ''
let fields = []
for (;;) {
  const length = readSync(file, chunk, 0, chunk.length, null)
  text += length === 0 ? decoder.end() : decoder.write(chunk.subarray(0, length))
  let at = 0
  let rowStart = 0
  for (;;) {
    let field
    let end
    if (text.charCodeAt(at) === 34) {
      end = text.indexOf('"', at + 1)
      while (end !== -1 && text.charCodeAt(end + 1) === 34) end = text.indexOf('"', end + 2)
      if (end === -1 || end + 2 >= text.length) break
      field = text.slice(at + 1, end).replaceAll('""', '"')
      end += 1
    } else {
      end = at
      for (let code = text.charCodeAt(end); code !== 44 && code !== 13 && end < text.length; )
        code = text.charCodeAt(++end)
      if (end + 1 >= text.length) break
      field = text.slice(at, end)
    }
    fields.push(field)
    if (text.charCodeAt(end) === 44) {
      at = end + 1
      continue
    }
    onRow(fields)
    fields = []
    at = end + 2
    rowStart = at
  }
  text = text.slice(rowStart)
  fields = []
  if (length === 0) break
}
closeSync(file)
console.log(JSON.stringify({ rows, characters }))
