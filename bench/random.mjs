/** A seeded generator of numbers from 0 to 1 (mulberry32): the same inputs on every machine. */
export function seeded(seed) {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** A whole number from 0 to `limit - 1`. */
export function below(random, limit) {
  return Math.floor(random() * limit)
}

const words = [
  'garden',
  'visitor',
  'the',
  'of',
  'in',
  'wrote',
  'a',
  'fern',
  'under',
  'glass',
  'palm',
  'house',
  'opened',
  'path',
  'Tuesday',
  'orchid',
  'Lindenhof',
  'gardener',
  'and',
  'rain',
  'to',
  'map',
  'café',
  'Zürich',
  'moss',
  'stone',
  'tea',
  'bridge',
  'lantern',
  'seed',
  '.',
  ',',
  'blue',
  'noon',
  'bench',
]

/** An invented word. About one in fifty goes beyond Latin letters. */
export function word(random) {
  if (random() < 0.02) return ['植物園', 'حديقة', 'ботаника', '🌿🌸'][below(random, 4)]
  return words[below(random, words.length)]
}
