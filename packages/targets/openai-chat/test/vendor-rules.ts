/** What a message may be, by the chat format of OpenAI. */
interface Message {
  readonly role?: unknown
  readonly content?: unknown
}

/**
 * What is wrong with a file for supervised fine-tuning: the checks of OpenAI's cookbook (data type, list of messages,
 * keys, roles, content, an assistant message), of Fireworks (a system message only as the first), and our own: the
 * assistant's message is the last, nothing is blank, every file is UTF-8 without a byte order mark.
 */
export function chatFaults(text: string): readonly string[] {
  return faults(text, (example) => {
    if (Object.keys(example).join() !== 'messages') return ['keys of an example']
    const { messages } = example
    if (!Array.isArray(messages) || messages.length === 0) return ['missing_messages_list']
    return [
      ...messagesFaults(messages, ['system', 'user', 'assistant']),
      ...orderFaults(messages),
      ...(messages.at(-1)?.role === 'assistant' ? [] : ['the last message is not the assistant’s']),
    ]
  })
}

/**
 * What is wrong with a file for preference fine-tuning, by OpenAI's guide and Azure's: three fields, the input of
 * prompts, both outputs of at least one assistant message and nothing but assistants and tools; and our own: the
 * outputs differ.
 */
export function preferenceFaults(text: string): readonly string[] {
  return faults(text, (example) => {
    const { input, preferred_output: preferred, non_preferred_output: other } = example
    if (Object.keys(example).sort().join() !== 'input,non_preferred_output,preferred_output') {
      return ['keys of a preference']
    }
    const { messages } = input as { readonly messages?: unknown }
    if (!Array.isArray(messages) || !Array.isArray(preferred) || !Array.isArray(other)) {
      return ['missing lists']
    }
    return [
      ...messagesFaults(messages, ['system', 'user']),
      ...orderFaults(messages),
      ...(messages.at(-1)?.role === 'user' ? [] : ['the input does not end with the user']),
      ...messagesFaults([...preferred, ...other], ['assistant', 'tool']),
      ...(preferred.length > 0 && other.length > 0 ? [] : ['example_missing_assistant_message']),
      ...(JSON.stringify(preferred) === JSON.stringify(other) ? ['no difference'] : []),
    ]
  })
}

function faults(
  text: string,
  check: (example: Readonly<Record<string, unknown>>) => readonly string[],
): readonly string[] {
  if (text.charCodeAt(0) === 0xfeff) return ['a byte order mark']
  if (!text.endsWith('\n')) return ['the last line has no end']
  return text
    .slice(0, -1)
    .split('\n')
    .flatMap((line, index) => {
      try {
        const example: unknown = JSON.parse(line)
        const isObject = typeof example === 'object' && example !== null && !Array.isArray(example)
        if (!isObject) return [`${index + 1}: data_type`]
        return check(example as Readonly<Record<string, unknown>>).map(
          (one) => `${index + 1}: ${one}`,
        )
      } catch {
        return [`${index + 1}: not JSON`]
      }
    })
}

function messagesFaults(messages: readonly Message[], roles: readonly string[]): readonly string[] {
  return messages.flatMap((message) => {
    const found: string[] = []
    if (!('role' in message) || !('content' in message)) found.push('message_missing_key')
    if (Object.keys(message).some((key) => key !== 'role' && key !== 'content')) {
      found.push('message_unrecognized_key')
    }
    if (!roles.includes(String(message.role))) found.push(`unrecognized_role ${message.role}`)
    if (typeof message.content !== 'string' || message.content.trim() === '') {
      found.push('missing_content')
    }
    if (/\p{Surrogate}/u.test(String(message.content))) found.push('half a character')
    return found
  })
}

function orderFaults(messages: readonly Message[]): readonly string[] {
  const late = messages.slice(1).some(({ role }) => role === 'system')
  return late ? ['a system message that is not the first'] : []
}
