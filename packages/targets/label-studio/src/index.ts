export { labelStudio } from './label-studio.ts'
