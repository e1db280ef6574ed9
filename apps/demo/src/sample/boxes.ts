import { people } from './people.ts'

const question = (id: number, label: string, type: string, config: object) => ({
  id,
  label,
  required: false,
  type,
  config: { multiple: false, ...config },
})

const classes = [
  {
    id: '51',
    name: 'Bed',
    color: '#3a9d5d',
    captionAllowed: true,
    captionRequired: false,
    questions: [question(0, 'Soil', 'TEXT', { multiline: false })],
  },
  { id: '52', name: 'Water', color: '#2f7ed8', captionAllowed: true, captionRequired: false },
  { id: '53', name: 'Path', color: '#c98a1b', captionAllowed: true, captionRequired: false },
]

const rectangle = (x: number, y: number, width: number, height: number) => [
  { x, y },
  { x: x + width, y },
  { x: x + width, y: y + height },
  { x, y: y + height },
]

const drawn = [
  {
    kind: '51',
    caption: 'Roses',
    points: rectangle(60, 70, 300, 180),
    answers: { '0': 'loam, pH 6.5' },
  },
  { kind: '51', caption: 'Herbs', points: rectangle(420, 70, 210, 180), answers: { '0': 'sandy' } },
  {
    kind: '51',
    caption: 'Ferns',
    points: [
      { x: 700, y: 60 },
      { x: 930, y: 120 },
      { x: 890, y: 300 },
      { x: 680, y: 250 },
    ],
    answers: {},
  },
  { kind: '52', caption: 'Lily pond', points: rectangle(560, 350, 320, 200) },
  {
    kind: '53',
    caption: '',
    points: [
      { x: 40, y: 300 },
      { x: 520, y: 300 },
      { x: 520, y: 340 },
      { x: 40, y: 340 },
    ],
  },
]

/** The plan of a garden with its beds, as a file of a project for boxes. */
export function boxFile(
  labeled: boolean,
  project: { readonly id: string; readonly name: string },
): string {
  const documentId = `garden-plan/${labeled ? 'review' : 'root'}`
  const data = {
    project,
    document: { id: documentId, name: 'garden-plan.png' },
    kinds: ['BBOX_BASED', 'DOCUMENT_BASED'],
    labelerInfo: people.head,
    pages: [{ pageIndex: 0, pageHeight: 620, pageWidth: 980 }],
    comments: [],
    url: 'datasaur://static/11/garden-plan.png',
    documentQuestions: [
      question(0, 'Kind of plan', 'DROPDOWN', {
        options: [
          { id: 'k1', label: 'planting plan' },
          { id: 'k2', label: 'visitor map' },
        ],
      }),
      question(1, 'Drawn on', 'DATE', {}),
    ],
    documentAnswerSet: labeled
      ? { '0': 'planting plan', '1': '2026-03-21' }
      : { '0': null, '1': null },
    bboxLabelSets: [{ id: '5', name: 'Areas', autoLabelProvider: null, classes }],
    bboxLabels: labeled ? drawn.map((box, index) => boxLabel(box, index, documentId)) : [],
  }
  return `${JSON.stringify({ version: '1', data })}\n`
}

function boxLabel(
  { kind, caption, points, answers }: (typeof drawn)[number],
  index: number,
  documentId: string,
) {
  return {
    id: String(70 + index),
    documentId,
    bboxLabelClassId: kind,
    bboxLabelClassName: classes.find(({ id }) => id === kind)?.name,
    caption,
    shapes: [{ pageIndex: 0, points }],
    ...(answers === undefined ? {} : { answers }),
    status: 'LABELED',
    labeledBy: 'REVIEWER',
    labeledByUserId: people.head.id,
    acceptedByUserId: null,
    rejectedByUserId: null,
  }
}
