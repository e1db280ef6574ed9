import type { Rectangle } from './picture.ts'

/** A part of a seed packet: where it is printed, and what it says when it says something. */
export interface PacketPart {
  readonly label: 'title' | 'drawing' | 'price' | 'stamp'
  readonly area: Rectangle
  readonly text?: string
}

/** A seed packet of an invented garden shop. */
export interface Packet {
  readonly name: string
  readonly width: number
  readonly height: number
  readonly parts: readonly PacketPart[]
}

/** Three packets of two sizes; the last one has no price. */
export const packets: readonly Packet[] = [
  {
    name: 'packet-poppy.png',
    width: 240,
    height: 320,
    parts: [
      { label: 'title', area: { x: 20, y: 18, width: 200, height: 50 }, text: 'POPPY' },
      { label: 'drawing', area: { x: 60, y: 90, width: 120, height: 120 } },
      { label: 'price', area: { x: 130, y: 270, width: 95, height: 25 }, text: '2.40' },
      { label: 'stamp', area: { x: 16, y: 262, width: 76, height: 30 }, text: 'BIO' },
    ],
  },
  {
    name: 'packet-lavender.png',
    width: 240,
    height: 320,
    parts: [
      { label: 'title', area: { x: 12, y: 20, width: 217, height: 35 }, text: 'LAVENDER' },
      { label: 'drawing', area: { x: 50, y: 80, width: 140, height: 140 } },
      { label: 'price', area: { x: 20, y: 275, width: 95, height: 25 }, text: '3.15' },
    ],
  },
  {
    name: 'packet-mixed-bees.png',
    width: 320,
    height: 240,
    parts: [
      { label: 'title', area: { x: 20, y: 14, width: 280, height: 40 }, text: 'BEE MIX' },
      { label: 'drawing', area: { x: 30, y: 80, width: 110, height: 110 } },
      { label: 'drawing', area: { x: 180, y: 80, width: 110, height: 110 } },
    ],
  },
]
