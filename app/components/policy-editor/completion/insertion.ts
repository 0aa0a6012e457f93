import type { Spot } from './spot'

/** How a chosen text gets into a policy: with the quotes and the colon that are still missing. */
export function insertion(text: string, spot: Spot, chosen: string) {
  const { from, to, quoted } = spot
  const isClosed = quoted && text[to] === '"'
  const end = isClosed ? to + 1 : to
  const needsColon = spot.at === 'key' && !/^\s*:/.test(text.slice(end))
  const put = `${quoted ? '' : '"'}${chosen}"${needsColon && !chosen.endsWith(':') ? ': ' : ''}`
  const caret = chosen.endsWith(':') ? from + put.length - 1 : from + put.length
  return { start: from, end, put, caret }
}
