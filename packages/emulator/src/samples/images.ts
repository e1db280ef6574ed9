import { type Packet, packets } from './packets.ts'
import { createPicture } from './picture.ts'

/** An image of the box project, as a PNG. */
export interface SampleImage {
  /** The name of the document it belongs to. */
  readonly name: string
  readonly bytes: Uint8Array
}

/** Draws the images of the box project; every call gives the same bytes. */
export function sampleImages(): readonly SampleImage[] {
  return packets.map((packet) => ({ name: packet.name, bytes: draw(packet) }))
}

function draw({ width, height, parts }: Packet): Uint8Array {
  const picture = createPicture(width, height)
  picture.fill({ x: 0, y: 0, width, height: 6 }, 'frame')
  picture.fill({ x: 0, y: height - 6, width, height: 6 }, 'frame')
  for (const { label, area, text } of parts) {
    if (label === 'drawing') {
      const stem = { x: area.x + (area.width >> 1) - 3, y: area.y, width: 6, height: area.height }
      picture.fill(stem, 'leaf')
      const size = Math.floor(area.height * 0.6)
      picture.disc(
        { x: area.x + ((area.width - size) >> 1), y: area.y, width: size, height: size },
        'bloom',
      )
      const eye = Math.floor(size * 0.3)
      const offset = (size - eye) >> 1
      picture.disc(
        { x: area.x + ((area.width - eye) >> 1), y: area.y + offset, width: eye, height: eye },
        'sun',
      )
    }
    if (text !== undefined) picture.write(area, text, label === 'stamp' ? 'leaf' : 'ink')
  }
  return picture.png()
}
