/**
 * Wildcards as a list of elements matched by a loop: no regular expression, so nothing a user
 * types can be misread as one or make the match run away.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html#reference_policies_elements_resource_wildcards
 */

/** Elements are UTF-16 code units; the two wildcards take numbers no code unit has. */
export const ONE = -1
export const MANY = -2

/** The first three kinds cover nearly all policies and need no loop. */
export type Glob = {
  kind: 'any' | 'exact' | 'prefix' | 'elements'
  text: string
  elements: number[]
}

const star = 42
const question = 63

export const toElement = (code: number) =>
  code === star ? MANY : code === question ? ONE : code

export const parseGlob = (text: string): Glob =>
  globOf(Array.from({ length: text.length }, (_, at) => toElement(text.charCodeAt(at))))

export function globOf(elements: number[]): Glob {
  const wild = elements.findIndex((element) => element < 0)
  if (wild === -1) return { kind: 'exact', text: print(elements), elements }
  if (!elements.slice(wild).every((element) => element === MANY))
    return { kind: 'elements', text: '', elements }
  if (wild === 0) return { kind: 'any', text: '', elements }
  return { kind: 'prefix', text: print(elements.slice(0, wild)), elements }
}

/** Joined, which leaves a flat text behind; added up, it stays a slow chain of pieces. */
const print = (codes: number[]) => codes.map((code) => String.fromCharCode(code)).join('')

export function matchesGlob(glob: Glob, text: string): boolean {
  switch (glob.kind) {
    case 'any':
      return true
    case 'exact':
      return text.length === glob.text.length && beginsWith(text, glob.text)
    case 'prefix':
      return beginsWith(text, glob.text)
    case 'elements':
      return matchesElements(glob.elements, text)
  }
}

/** From the end, because ARNs begin alike and differ late; `startsWith` is slower. */
function beginsWith(text: string, prefix: string): boolean {
  if (text.length < prefix.length) return false
  for (let at = prefix.length - 1; at >= 0; at--)
    if (text.charCodeAt(at) !== prefix.charCodeAt(at)) return false
  return true
}

/**
 * On a mismatch only the latest `*` needs to take one more character, because whatever an
 * earlier one could still reach, the latest one reaches too. So the cost stays at
 * pattern times text at worst.
 */
function matchesElements(elements: number[], text: string): boolean {
  let at = 0
  let element = 0
  let lastStar = -1
  let resumeAt = 0
  while (at < text.length) {
    const wanted = elements[element]
    if (wanted === MANY) {
      lastStar = element++
      resumeAt = at
    } else if (wanted === ONE || wanted === text.charCodeAt(at)) {
      element++
      at++
    } else if (lastStar !== -1) {
      element = lastStar + 1
      at = ++resumeAt
    } else {
      return false
    }
  }
  while (elements[element] === MANY) element++
  return element === elements.length
}
