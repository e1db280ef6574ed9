export { brat } from './brat.ts'
