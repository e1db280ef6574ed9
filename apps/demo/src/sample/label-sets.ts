/** The label sets of the visitor notes. */
export const labelSets = [
  {
    name: 'Garden',
    index: 0,
    leafOnlyOption: false,
    labelItems: [
      { id: 'plant', labelName: 'Plant', parentId: null, color: '#3a9d5d' },
      { id: 'place', labelName: 'Place', parentId: null, color: '#2f7ed8' },
      { id: 'when', labelName: 'When', parentId: null, color: '#8e5bd0' },
      { id: 'state', labelName: 'State', parentId: null, color: '#c98a1b' },
      { id: 'visitor', labelName: 'Visitor', parentId: null, color: '#0f9aa6' },
    ],
  },
  {
    name: 'Feeling',
    index: 1,
    leafOnlyOption: false,
    labelItems: [
      { id: 'praise', labelName: 'Praise', parentId: null, color: '#e06c9f' },
      { id: 'complaint', labelName: 'Complaint', parentId: null, color: '#d64a3a' },
      { id: 'wish', labelName: 'Wish', parentId: null, color: '#ffd34d' },
    ],
  },
  {
    name: 'Link',
    index: 2,
    leafOnlyOption: false,
    labelItems: [
      { id: 'in', labelName: 'stands in', parentId: null, color: '#6b7280' },
      { id: 'is', labelName: 'is', parentId: null, color: '#9aa5b1' },
    ],
  },
] as const

/** The layer a label belongs to. */
export function layerOf(label: string): number {
  return labelSets.find(({ labelItems }) => labelItems.some(({ id }) => id === label))?.index ?? 0
}

/** A label as it is repeated in every statement. */
export function itemOf(label: string) {
  return labelSets.flatMap(({ labelItems }) => [...labelItems]).find(({ id }) => id === label)
}
