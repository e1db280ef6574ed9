// A workbook read by hand: its texts and its one sheet unpacked whole, cut at tags with indexOf; a callback per row.
import { entriesByHand } from '../zip-by-hand.mjs'

let rows = 0
let characters = 0
function onRow(fields) {
  rows += 1
  for (const field of fields) characters += field.length
}

const entities = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const plain = (text) =>
  text.includes('&') ? text.replace(/&(\w+);/g, (_, name) => entities[name]) : text

const parts = new Map()
for (const { name, bytes } of entriesByHand(process.argv[2])) parts.set(name, bytes)

const strings = []
const table = parts.get('xl/sharedStrings.xml').toString()
for (let at = table.indexOf('<t'); at !== -1; at = table.indexOf('<t', at)) {
  const begin = table.indexOf('>', at) + 1
  const end = table.indexOf('</t>', begin)
  strings.push(plain(table.slice(begin, end)))
  at = end
}

const sheet = parts.get('xl/worksheets/sheet1.xml').toString()
for (let at = sheet.indexOf('<row'); at !== -1; at = sheet.indexOf('<row', at)) {
  const rowEnd = sheet.indexOf('</row>', at)
  const fields = []
  for (let cell = sheet.indexOf('<c ', at); cell !== -1 && cell < rowEnd; ) {
    const tagEnd = sheet.indexOf('>', cell)
    const begin = tagEnd + 4
    const end = sheet.indexOf('</v>', begin)
    const value = sheet.slice(begin, end)
    let column = 0
    for (let name = cell + 6; sheet.charCodeAt(name) > 64; name += 1) {
      column = column * 26 + sheet.charCodeAt(name) - 64
    }
    const shared = sheet.startsWith('t="s"', tagEnd - 5)
    fields[column - 1] = shared ? strings[Number(value)] : value
    cell = sheet.indexOf('<c ', end)
  }
  onRow(fields)
  at = rowEnd
}
console.log(JSON.stringify({ rows, characters }))
