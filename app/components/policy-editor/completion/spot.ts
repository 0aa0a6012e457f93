/**
 * Where the caret stands in a policy that is still being written: the text before it is read as
 * far as it goes, and what comes after may be broken.
 */
export type Spot = {
  /** The keys that lead there; places in lists leave no trace. */
  path: string[]
  at: 'key' | 'value'
  /** What is replaced, without the quotes around it. */
  from: number
  to: number
  quoted: boolean
  /** Something can stand there: it is not behind a value that is finished. */
  isOpen: boolean
  /** The text of the statement around it, or nothing. */
  statement: string
}

type Frame = { isObject: boolean; start: number; key?: string; expectsKey: boolean }

type Scan = { frames: Frame[]; openString: number | undefined }

/** The end of a string that begins at `start`, past its quote; `undefined` if it stays open. */
function endOfString(text: string, start: number, limit: number) {
  for (let at = start + 1; at < limit; at++) {
    if (text[at] === '\\') at++
    else if (text[at] === '"') return at + 1
    else if (text[at] === '\n') return undefined
  }
  return undefined
}

function scan(text: string, offset: number): Scan {
  const frames: Frame[] = []
  for (let at = 0; at < offset; at++) {
    const char = text[at]
    const top = frames.at(-1)
    if (char === '"') {
      const end = endOfString(text, at, offset)
      if (end === undefined) return { frames, openString: at }
      if (top?.expectsKey) top.key = text.slice(at + 1, end - 1)
      at = end - 1
    } else if (char === '{' || char === '[') {
      frames.push({ isObject: char === '{', start: at, expectsKey: char === '{' })
    } else if (char === '}' || char === ']') frames.pop()
    else if (char === ':' && top) top.expectsKey = false
    else if (char === ',' && top?.isObject) top.expectsKey = true
  }
  return { frames, openString: undefined }
}

const pathOf = (frames: readonly Frame[]) =>
  frames.flatMap(({ isObject, expectsKey, key }) =>
    isObject && !expectsKey && key !== undefined ? [key] : []
  )

/** To the brace that closes what begins at `start`, or to the end. */
function objectText(text: string, start: number) {
  let depth = 0
  for (let at = start; at < text.length; at++) {
    const char = text[at]
    if (char === '"') at = (endOfString(text, at, text.length) ?? at + 1) - 1
    else if (char === '{') depth++
    else if (char === '}' && --depth === 0) return text.slice(start, at + 1)
  }
  return text.slice(start)
}

const statementFrame = (frames: readonly Frame[]) => {
  const [root, next, third] = frames
  if (root?.key !== 'Statement') return undefined
  return next?.isObject ? next : third?.isObject ? third : undefined
}

/** What is typed goes on to the end of the string, or stops where a word does. */
function extentOf(text: string, offset: number, openString: number | undefined) {
  if (openString === undefined) {
    const word = /[\w*:.-]*$/.exec(text.slice(0, offset))?.[0] ?? ''
    return { from: offset - word.length, to: offset, quoted: false }
  }
  const end = endOfString(text, openString, text.length)
  return { from: openString + 1, to: end ? end - 1 : offset, quoted: true }
}

export function spotAt(text: string, offset: number): Spot {
  const { frames, openString } = scan(text, offset)
  const around = statementFrame(frames)
  const extent = extentOf(text, offset, openString)
  const isOpen = extent.quoted || /[{[,:]\s*$/.test(text.slice(0, extent.from))
  return {
    path: pathOf(frames),
    at: frames.at(-1)?.expectsKey ? 'key' : 'value',
    ...extent,
    isOpen,
    statement: around ? objectText(text, around.start) : '',
  }
}

/** Prefixes of the services whose actions a statement names. */
export function servicesOf(statement: string): string[] {
  const lists = statement.matchAll(/"(?:Not)?Action"\s*:\s*(\[[^\]]*\]?|"[^"\n]*")/g)
  const prefixes = [...lists].flatMap(([, list = '']) =>
    [...list.matchAll(/"([a-z0-9-]+):/gi)].map(([, prefix = '']) => prefix.toLowerCase())
  )
  return [...new Set(prefixes)]
}

/** Keys that stand in an object's text already, at any depth. */
export const keysIn = (object: string) =>
  new Set([...object.matchAll(/"([^"\n]+)"\s*:/g)].map(([, key = '']) => key))
