import { decode, decodeFully, wordOf } from './text'

/**
 * The parameters of a link. Names are compared without case and punctuation, so `externalID`,
 * `external_id` and `externalId` are one, and the first name asked for wins.
 */
export type Parameters = {
  /** A name, ID or ARN: a plus sign stands for itself, since none of them holds a space. */
  word: (...names: string[]) => string | undefined
  /** Prose: a plus sign is a space. */
  text: (...names: string[]) => string | undefined
  /** Prose that may be given several times. */
  texts: (...names: string[]) => string[]
  /** A whole address, encoded as often as it took to get it through. */
  url: (...names: string[]) => string | undefined
  /** Given once with commas or several times, with or without brackets. */
  words: (...names: string[]) => string[]
  /** `&isThirdParty&` and `=true` mean yes, `=false` and `=0` no; undefined when not given. */
  flag: (...names: string[]) => boolean | undefined
}

type Pair = { name: string; value: string }

const no = new Set(['false', '0', 'no', 'off', 'none', 'null', 'undefined'])

/** Links that were copied out of a page's source have `&amp;` between their parameters. */
const split = (query: string): Pair[] =>
  query
    .replaceAll(/&amp;/gi, '&')
    .replace(/^[?&]+/, '')
    .split('&')
    .filter(Boolean)
    .map((part) => {
      const at = part.indexOf('=')
      const name = at < 0 ? part : part.slice(0, at)
      return { name: wordOf(decodeFully(name)), value: at < 0 ? '' : part.slice(at + 1) }
    })

const items = (value: string) =>
  decodeFully(value)
    .split(/[,;|\s]+/)
    .map((item) => item.replaceAll(/^[["'\s]+|[\]"'\s]+$/g, ''))
    .filter(Boolean)

const prose = (values: string[]) =>
  values.filter(Boolean).map((value) => decode(value.replaceAll('+', ' ')))

/** Of several query strings: what the first says goes before what the others say. */
export function readParameters(...queries: string[]): Parameters {
  const pairs = queries.flatMap(split)
  const all = (names: string[]) =>
    names
      .map(wordOf)
      .flatMap((name) => pairs.filter((pair) => pair.name === name))
      .map(({ value }) => value)
  const first = (names: string[]) => all(names).find((value) => value !== '')
  return {
    word: (...names) => {
      const value = first(names)
      return value === undefined ? undefined : decodeFully(value).trim()
    },
    text: (...names) => prose(all(names))[0],
    texts: (...names) => prose(all(names)),
    url: (...names) => {
      let value = first(names)
      for (let round = 0; value && /^https?%/i.test(value) && round < 3; round++)
        value = decode(value)
      return value
    },
    words: (...names) => [...new Set(all(names).flatMap(items))],
    flag: (...names) => {
      const [value] = all(names)
      return value === undefined ? undefined : !no.has(wordOf(decodeFully(value)))
    },
  }
}
