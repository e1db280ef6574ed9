export { type CustomSpec, createCustom } from './create-custom.ts'
export { custom } from './custom.ts'
export type {
  CustomAnswer,
  CustomDocument,
  CustomFile,
  CustomLabel,
} from './custom-document.ts'
