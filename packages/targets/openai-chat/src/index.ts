export { openaiChat } from './openai-chat.ts'
