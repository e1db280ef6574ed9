export { spacy } from './spacy.ts'
