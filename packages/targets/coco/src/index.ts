export { coco } from './coco.ts'
