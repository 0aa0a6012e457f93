/**
 * JSON as a tree that remembers where everything stands in the text, so that a finding can
 * point at it. Repeated keys are kept. No text makes it throw.
 */
export type Path = readonly (string | number)[]

type Place = { start: number; end: number; path: Path }

export type StringNode = Place & { type: 'string'; value: string }
export type NumberNode = Place & { type: 'number'; value: number; raw: string }
export type BooleanNode = Place & { type: 'boolean'; value: boolean }
export type NullNode = Place & { type: 'null'; value: null }
export type ArrayNode = Place & { type: 'array'; items: JsonNode[] }
export type ObjectNode = Place & { type: 'object'; members: Member[] }
export type Member = { key: StringNode; value: JsonNode }

export type JsonNode =
  StringNode | NumberNode | BooleanNode | NullNode | ArrayNode | ObjectNode

export type ParseResult =
  | { ok: true; root: JsonNode }
  /** `index` counts from 0, `line` and `column` from 1. */
  | { ok: false; index: number; line: number; column: number }

/** No real policy comes near; deeper text is refused like a syntax error. */
const MAX_DEPTH = 64

class JsonError extends Error {
  readonly index: number

  constructor(index: number) {
    super(`unexpected character at ${index}`)
    this.index = index
  }
}

const escapes: Record<string, string> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
}

class Reader {
  private at = 0
  private readonly text: string

  constructor(text: string) {
    this.text = text
  }

  document(): JsonNode {
    const root = this.value([])
    this.space()
    if (this.at < this.text.length) throw new JsonError(this.at)
    return root
  }

  private space() {
    for (;;) {
      const code = this.text.charCodeAt(this.at)
      if (code !== 32 && code !== 10 && code !== 13 && code !== 9) return
      this.at++
    }
  }

  private peek() {
    this.space()
    return this.text[this.at]
  }

  private expect(char: string) {
    if (this.peek() !== char) throw new JsonError(this.at)
    this.at++
  }

  private value(path: Path): JsonNode {
    const char = this.peek()
    if (path.length > MAX_DEPTH) throw new JsonError(this.at)
    if (char === '{') return this.object(path)
    if (char === '[') return this.array(path)
    if (char === '"') return this.string(path)
    return this.word(path)
  }

  private object(path: Path): ObjectNode {
    const start = this.at++
    const members: Member[] = []
    if (this.peek() !== '}') {
      do {
        if (this.peek() !== '"') throw new JsonError(this.at)
        const name = this.string(path)
        const key: StringNode = { ...name, path: [...path, name.value] }
        this.expect(':')
        members.push({ key, value: this.value(key.path) })
      } while (this.comma())
    }
    this.expect('}')
    return { type: 'object', members, start, end: this.at, path }
  }

  private array(path: Path): ArrayNode {
    const start = this.at++
    const items: JsonNode[] = []
    if (this.peek() !== ']') {
      do {
        items.push(this.value([...path, items.length]))
      } while (this.comma())
    }
    this.expect(']')
    return { type: 'array', items, start, end: this.at, path }
  }

  private comma() {
    if (this.peek() !== ',') return false
    this.at++
    return true
  }

  private string(path: Path): StringNode {
    const start = this.at++
    let value = ''
    for (;;) {
      value += this.run()
      const char = this.text[this.at]
      // control characters must be escaped, and the text may end before the string does
      if (char !== '"' && char !== '\\') throw new JsonError(this.at)
      this.at++
      if (char === '"') return { type: 'string', value, start, end: this.at, path }
      value += this.escape()
    }
  }

  /** Characters that stand for themselves: all from the space on but `"` and `\`. */
  private run() {
    const start = this.at
    const pattern = /[ !#-[\]-\uffff]*/y
    pattern.lastIndex = start
    this.at += pattern.exec(this.text)?.[0].length ?? 0
    return this.text.slice(start, this.at)
  }

  private escape() {
    const char = this.text[this.at] ?? ''
    if (char === 'u') {
      const hex = this.text.slice(this.at + 1, this.at + 5)
      if (!/^[0-9a-fA-F]{4}$/.test(hex)) throw new JsonError(this.at)
      this.at += 5
      return String.fromCharCode(Number.parseInt(hex, 16))
    }
    const escaped = Object.hasOwn(escapes, char) ? escapes[char] : undefined
    if (escaped === undefined) throw new JsonError(this.at)
    this.at++
    return escaped
  }

  private word(path: Path): JsonNode {
    const start = this.at
    const pattern = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y
    pattern.lastIndex = start
    const raw = pattern.exec(this.text)?.[0]
    if (raw === undefined) throw new JsonError(start)
    this.at = start + raw.length
    const place = { start, end: this.at, path }
    if (raw === 'null') return { type: 'null', value: null, ...place }
    if (raw === 'true') return { type: 'boolean', value: true, ...place }
    if (raw === 'false') return { type: 'boolean', value: false, ...place }
    return { type: 'number', value: Number(raw), raw, ...place }
  }
}

export function parseJson(text: string): ParseResult {
  try {
    return { ok: true, root: new Reader(text).document() }
  } catch (error) {
    if (!(error instanceof JsonError)) throw error
    return { ok: false, index: error.index, ...positionAt(text, error.index) }
  }
}

/** Line and column of an offset, both from 1. */
export const positionAt = (text: string, offset: number) => positionsIn(text)(offset)

/** The same for many offsets of one text, whose lines are then found once. */
export function positionsIn(text: string) {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1))
    starts.push(at + 1)
  return (offset: number) => {
    let low = 0
    let high = starts.length
    while (high - low > 1) {
      const middle = (low + high) >> 1
      if ((starts[middle] ?? 0) <= offset) low = middle
      else high = middle
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 }
  }
}

/** The plain value; of repeated keys the last wins, as with `JSON.parse`. */
export function toValue(node: JsonNode): unknown {
  if (node.type === 'array') return node.items.map(toValue)
  if (node.type !== 'object') return node.value
  return Object.fromEntries(
    node.members.map(({ key, value }) => [key.value, toValue(value)])
  )
}
