import { closeSync, openSync, writeSync } from 'node:fs'
import { below, seeded } from '../random.mjs'

const names = ['Leaf', 'Flower', 'Root', 'Seed']
const schema = {
  labelSets: [
    {
      id: 'parts',
      name: 'Parts',
      appliesTo: 'box',
      labels: names.map((name, index) => ({ id: String(index), name })),
    },
  ],
  questions: [],
}

/** Images with upright boxes, in the native format. */
export function pages(path, { images, boxes, seed }) {
  const random = seeded(seed)
  const file = openSync(path, 'w')
  const put = (line) => writeSync(file, `${JSON.stringify({ labelport: 1, ...line })}\n`)
  put({ type: 'schema', id: '0', value: schema })
  for (let image = 0; image < images; image += 1) {
    const annotations = Array.from({ length: boxes }, (_, index) => box(random, index))
    put({
      type: 'document',
      value: {
        id: `page-${image}`,
        name: `page-${image}.png`,
        tasks: ['box'],
        cells: [],
        media: [{ type: 'image', pages: [{ index: 0, width: 1200, height: 1600 }] }],
        annotations,
        comments: [],
        schema: '0',
      },
    })
  }
  closeSync(file)
}

function box(random, index) {
  const left = below(random, 1000)
  const top = below(random, 1400)
  const right = left + 10 + below(random, 180)
  const bottom = top + 10 + below(random, 180)
  const points = [
    { x: left, y: top },
    { x: right, y: top },
    { x: right, y: bottom },
    { x: left, y: bottom },
  ]
  const label = String(below(random, names.length))
  const shapes = [{ page: 0, points }]
  return {
    type: 'box',
    id: `b${index}`,
    labelSet: 'parts',
    label,
    shapes,
    origin: { by: 'unknown' },
  }
}
