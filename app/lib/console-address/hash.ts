import { decode, segmentsOf } from './text'

/** `#/roles/R$view?section=tags`: where one goes, how it is looked at, and what it says. */
export type Hash = {
  segments: string[]
  /** What follows a dollar sign, in the console of 2021. */
  view: string | undefined
  query: string
}

/** The whole of it was encoded once more: its slash or its question mark shows that. */
const isEncodedAgain = (hash: string) =>
  /^(?:%25)*%2f/i.test(hash) || (!hash.includes('?') && /%(?:25)*3f/i.test(hash))

function decodeWhole(hash: string) {
  let text = hash
  for (let round = 0; round < 3 && isEncodedAgain(text); round++) text = decode(text)
  return text
}

export function readHash(hash: string): Hash {
  const text = decodeWhole(hash.replace(/^[#!]+/, '')).replaceAll(/%(?:25)*24/g, '$')
  // a link that forgot its question mark begins its parameters with the first ampersand
  const at = text.search(text.includes('?') ? /\?/ : /&/)
  const path = at < 0 ? text : text.slice(0, at)
  const [place = '', view] = path.split('$')
  return {
    segments: segmentsOf(place),
    view: view || undefined,
    query: at < 0 ? '' : text.slice(at + 1),
  }
}
