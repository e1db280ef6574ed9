/** 32 bits of a text, evenly spread. Who wants two texts to share them can have it: they only tell what to compare. */
export function hashOf(text: string): number {
  let hash = 0
  for (let at = 0; at < text.length; at += 1) hash = step(hash, text.charCodeAt(at))
  return finished(hash)
}

/** Goes on by one unit, for those who have the units of a text without it. */
export function step(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x9e3779b1)
}

/** Spreads what the steps gathered in the high bits over all. */
export function finished(hash: number): number {
  const once = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  return (once ^ (once >>> 13)) >>> 0
}
