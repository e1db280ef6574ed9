export { pascalVoc } from './pascal-voc.ts'
