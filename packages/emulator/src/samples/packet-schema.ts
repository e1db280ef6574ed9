import type { LabelSchema } from '@labelport/model'

/** Parts of a packet, a class for prices, and two questions about the whole. */
export const packetSchema: LabelSchema = {
  labelSets: [
    {
      id: 'parts',
      name: 'Parts',
      appliesTo: 'box',
      labels: [
        { id: 'title', name: 'Title', color: '#1565c0' },
        { id: 'drawing', name: 'Drawing', color: '#ad1457' },
        { id: 'price', name: 'Price', color: '#2e7d32' },
        { id: 'stamp', name: 'Stamp', color: '#ef6c00' },
      ],
    },
  ],
  questions: [
    {
      id: 'print',
      text: 'How well is the price printed?',
      about: { type: 'label', labelSet: 'parts', label: 'price' },
      required: true,
      type: 'choice',
      options: [
        { id: 'clear', name: 'Clear' },
        { id: 'faded', name: 'Faded' },
        { id: 'unreadable', name: 'Unreadable' },
      ],
    },
    {
      id: 'sow',
      text: 'When can it be sown?',
      about: { type: 'document' },
      type: 'choice',
      multiple: true,
      options: [
        { id: 'spring', name: 'Spring' },
        { id: 'summer', name: 'Summer' },
        { id: 'autumn', name: 'Autumn' },
      ],
    },
    { id: 'remark', text: 'Remarks', about: { type: 'document' }, type: 'text', multiline: true },
  ],
}
