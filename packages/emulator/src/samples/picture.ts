import { pointsOf } from './glyphs.ts'
import { encodePng, type Rgb } from './png.ts'

/** Pixels from the top left corner. */
export interface Rectangle {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Colours by name; the first is the ground. */
const palette = {
  paper: [250, 246, 235],
  ink: [45, 45, 45],
  leaf: [76, 140, 74],
  bloom: [196, 63, 108],
  sun: [233, 177, 60],
  frame: [150, 140, 120],
} as const satisfies Record<string, Rgb>

const colors = Object.keys(palette)

/** A picture that is drawn point by point. */
export interface Picture {
  fill(area: Rectangle, color: keyof typeof palette): void
  /** Draws a text into an area, as large as it fits; the text lies on one line. */
  write(area: Rectangle, text: string, color: keyof typeof palette): void
  disc(area: Rectangle, color: keyof typeof palette): void
  png(): Uint8Array
}

/** An empty sheet of paper. */
export function createPicture(width: number, height: number): Picture {
  const pixels = new Uint8Array(width * height)
  const fill: Picture['fill'] = (area, color) => {
    const index = colors.indexOf(color)
    for (let y = area.y; y < area.y + area.height; y += 1) {
      pixels.fill(index, y * width + area.x, y * width + area.x + area.width)
    }
  }
  return {
    fill,
    write(area, text, color) {
      const scale = Math.floor(Math.min(area.width / (text.length * 4 - 1), area.height / 5))
      for (const [index, letter] of Array.from(text).entries()) {
        for (const point of pointsOf(letter)) {
          const x = area.x + (index * 4 + point.x) * scale
          fill({ x, y: area.y + point.y * scale, width: scale, height: scale }, color)
        }
      }
    },
    disc(area, color) {
      const radius = Math.min(area.width, area.height) / 2
      for (let y = 0; y < area.height; y += 1) {
        const half = Math.floor(Math.sqrt(Math.max(0, radius ** 2 - (y + 0.5 - radius) ** 2)))
        const x = area.x + Math.floor(area.width / 2) - half
        fill({ x, y: area.y + y, width: half * 2, height: 1 }, color)
      }
    },
    png: () => encodePng({ width, height }, pixels, Object.values(palette)),
  }
}
