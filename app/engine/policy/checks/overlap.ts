/** What a pattern begins with, before its first wildcard. */
export const literalHead = (text: string) => {
  const wild = text.search(/[*?]/)
  return wild === -1 ? text : text.slice(0, wild)
}

/**
 * Whether some text fits both patterns. One row of the table of all pairs of positions is kept
 * at a time, so the cost is the product of the two lengths.
 */
export function overlaps(one: string, other: string): boolean {
  const heads = [literalHead(one), literalHead(other)] as const
  if (!heads[0].startsWith(heads[1]) && !heads[1].startsWith(heads[0])) return false
  let row = startRow(other)
  for (const char of one) row = nextRow(row, char, other)
  return row[other.length] === true
}

/** Before anything of the first pattern is read, only stars of the other fit nothing. */
function startRow(other: string) {
  const row = [true]
  for (let at = 0; at < other.length; at++) row.push(row[at] === true && other[at] === '*')
  return row
}

function nextRow(row: boolean[], char: string, other: string) {
  const next = [char === '*' && row[0] === true]
  for (let at = 0; at < other.length; at++) {
    const wanted = other[at]
    if (char === '*' || wanted === '*') next.push(row[at + 1] === true || next[at] === true)
    else next.push(row[at] === true && (char === wanted || char === '?' || wanted === '?'))
  }
  return next
}
