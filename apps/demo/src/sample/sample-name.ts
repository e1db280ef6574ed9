/** The samples there are: one of every kind of project, and all of them together. */
export const samples = [
  { name: 'all', title: 'All of it', what: 'six small projects' },
  { name: 'token', title: 'Visitor notes', what: 'labels in text, two labelers, a review' },
  { name: 'row', title: 'Survey', what: 'rows of a table with answers' },
  { name: 'document', title: 'Letters', what: 'answers about whole documents' },
  { name: 'box', title: 'Garden plans', what: 'boxes and polygons on a page' },
  { name: 'audio', title: 'Night tour', what: 'speech with times' },
  { name: 'conversation', title: 'Front desk', what: 'turns of speakers' },
] as const

/** Names one of the samples. */
export type SampleName = (typeof samples)[number]['name']

/** Reads the name of a sample; undefined for what is none. */
export function sampleNamed(text: string | null): SampleName | undefined {
  return samples.find(({ name }) => name === text)?.name
}
