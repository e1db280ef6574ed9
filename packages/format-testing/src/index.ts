export { documentArbitrary } from './arbitrary/document.ts'
export { gallery } from './gallery/index.ts'
export { mergeSegments } from './merge-segments.ts'
export { BrokenPromise, type FormatPromise } from './promise.ts'
export { promises } from './promises/index.ts'
export {
  type Fixture,
  type Fixtures,
  type KitOptions,
  type Subject,
  subjectOf,
  type WrittenFiles,
} from './subject.ts'
export { testFormat } from './test-format.ts'
