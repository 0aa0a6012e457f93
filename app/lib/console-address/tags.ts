import { decodeFully, wordOf } from './text'

/** `team=red,owner=ann`, `team:red`, or a JSON list of `Key` and `Value`. */
export function readTags(text: string): { key: string; value: string }[] {
  try {
    const list: unknown = JSON.parse(text)
    if (Array.isArray(list)) return list.flatMap(tagOf)
  } catch {
    // not JSON
  }
  return text
    .split(',')
    .filter((part) => part.trim() !== '')
    .map((part) => {
      const [key = '', ...rest] = part.split(part.includes('=') ? '=' : ':')
      const value = rest.join(part.includes('=') ? '=' : ':')
      return { key: decodeFully(key).trim(), value: decodeFully(value).trim() }
    })
}

function tagOf(item: unknown) {
  if (typeof item !== 'object' || item === null) return []
  const byName = new Map(Object.entries(item).map(([name, value]) => [wordOf(name), value]))
  return [
    { key: String(byName.get('key') ?? ''), value: String(byName.get('value') ?? '') },
  ]
}
