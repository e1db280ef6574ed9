import type {
  Annotation,
  Cabinet,
  LabeledDocument,
  Origin,
  Project,
  Shape,
  User,
} from '@labelport/model'
import type { EmulatedCabinet, EmulatedProject } from '../project.ts'
import { packetSchema } from './packet-schema.ts'
import { type Packet, packets } from './packets.ts'
import {
  agreed,
  by,
  conflict,
  consensus,
  copyOf,
  lin,
  oda,
  refused,
  reviewCabinet,
  reviewed,
  rootCabinet,
} from './people.ts'
import type { Rectangle } from './picture.ts'

const about: Required<Pick<Project, 'id' | 'name' | 'tags' | 'completedAt'>> = {
  id: 'NDU4OWNmZTB',
  name: 'Seed packets - spring',
  tags: ['demo', 'BOUNDING BOX'],
  completedAt: '2026-03-07T16:45:00.000Z',
}

/** A box project with questions: pictures of packets, two labelers, a reviewer. */
export const seedPacketProject: EmulatedProject = {
  id: about.id,
  name: about.name,
  tags: about.tags,
  kinds: ['BBOX_BASED', 'DOCUMENT_BASED'],
  cabinets: [
    cabinetOf(reviewCabinet, 'review', reviewAnnotations),
    cabinetOf(rootCabinet, 'root', () => []),
    cabinetOf(copyOf(lin), '101', linAnnotations),
    cabinetOf(copyOf(oda), '102', odaAnnotations),
  ],
}

function cabinetOf(
  cabinet: Cabinet,
  key: string,
  annotations: (packet: Packet, index: number) => readonly Annotation[],
): EmulatedCabinet {
  const documents = packets.map((packet, index): LabeledDocument => {
    const { name, width, height } = packet
    const url = `https://storage.example.org/seed-packets/${name}`
    return {
      id: `packets-${key}-${index}`,
      name,
      part: 0,
      tasks: ['box', 'document'],
      cells: [],
      media: [{ type: 'image', url, pages: [{ index: 0, width, height }] }],
      annotations: annotations(packet, index),
      comments: [],
      schema: packetSchema,
      project: about,
      cabinet,
    }
  })
  return { cabinet, documents }
}

/** Lin draws every part exactly and answers everything. */
function linAnnotations(packet: Packet, index: number): readonly Annotation[] {
  return [
    ...boxesOf(packet, 0, () => agreed(lin)),
    ...priceAnswers(packet, index === 0 ? 'clear' : 'faded', index === 0 ? agreed(lin) : by(lin)),
    sowing(['spring', 'summer'], agreed(lin)),
    ...(index === 2 ? [remark('Two drawings, no price.\nIs it a sample?', by(lin))] : []),
  ]
}

/** Oda draws more widely, and takes the stamp for a price once. */
function odaAnnotations(packet: Packet, index: number): readonly Annotation[] {
  const refusesStamp = (label: string, user: User): Origin =>
    label === 'stamp' ? refused(user) : agreed(user)
  return [
    ...boxesOf(packet, 3, (label) => refusesStamp(label, oda), { stamp: 'price' }),
    ...priceAnswers(packet, 'clear', index === 0 ? agreed(oda) : by(oda)),
    sowing(
      index === 1 ? ['autumn'] : ['spring', 'summer'],
      index === 1 ? refused(oda) : agreed(oda),
    ),
  ]
}

/** The review takes what both have, decides on the stamp, and leaves one answer open. */
function reviewAnnotations(packet: Packet, index: number): readonly Annotation[] {
  return [
    ...boxesOf(packet, 0, (label) => (label === 'stamp' ? reviewed : consensus)),
    ...priceAnswers(packet, 'clear', index === 0 ? consensus : conflict),
    sowing(['spring', 'summer'], index === 1 ? reviewed : consensus),
    ...(index === 2 ? [remark('A sample packet; sold from May on.', reviewed)] : []),
  ]
}

function boxesOf(
  { parts }: Packet,
  wider: number,
  origin: (label: string) => Origin,
  renamed: Readonly<Record<string, string>> = {},
): readonly Annotation[] {
  return parts.map(({ label, area, text }, index) => ({
    type: 'box',
    id: `box-${index}`,
    labelSet: 'parts',
    label: renamed[label] ?? label,
    shapes: [shapeOf(area, wider)],
    ...(text === undefined ? {} : { caption: text }),
    origin: origin(label),
  }))
}

function shapeOf({ x, y, width, height }: Rectangle, wider: number): Shape {
  const left = Math.max(0, x - wider)
  const top = Math.max(0, y - wider)
  const right = x + width + wider
  const bottom = y + height + wider
  const points = [
    { x: left, y: top },
    { x: right, y: top },
    { x: right, y: bottom },
    { x: left, y: bottom },
  ]
  return { page: 0, points }
}

function priceAnswers({ parts }: Packet, option: string, origin: Origin): readonly Annotation[] {
  const index = parts.findIndex(({ label }) => label === 'price')
  if (index === -1) return []
  const target = { type: 'annotation', id: `box-${index}` } as const
  const value = { type: 'choice', options: [option] } as const
  return [{ type: 'answer', id: 'answer-print', question: 'print', about: target, value, origin }]
}

function sowing(options: readonly string[], origin: Origin): Annotation {
  const value = { type: 'choice', options } as const
  return {
    type: 'answer',
    id: 'answer-sow',
    question: 'sow',
    about: { type: 'document' },
    value,
    origin,
  }
}

function remark(text: string, origin: Origin): Annotation {
  const value = { type: 'text', text } as const
  return {
    type: 'answer',
    id: 'answer-remark',
    question: 'remark',
    about: { type: 'document' },
    value,
    origin,
  }
}
