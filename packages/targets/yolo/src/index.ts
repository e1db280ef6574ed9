export { yolo } from './yolo.ts'
