/** Insertions, deletions and replacements between two words, up to a limit. */
function distance(from: string, to: string, limit: number) {
  if (Math.abs(from.length - to.length) > limit) return limit + 1
  let row = Array.from({ length: to.length + 1 }, (_, at) => at)
  for (let i = 1; i <= from.length; i++) {
    const next = [i]
    for (let j = 1; j <= to.length; j++) {
      const change = (row[j - 1] ?? 0) + (from[i - 1] === to[j - 1] ? 0 : 1)
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[to.length] ?? limit + 1
}

/** The word someone probably meant; nothing when none is near. Of equals, the first. */
export function nearest(word: string, words: Iterable<string>) {
  const wanted = word.toLowerCase()
  let limit = Math.min(4, Math.max(1, Math.floor(wanted.length / 3)))
  let best: string | undefined
  for (const candidate of words) {
    const far = distance(wanted, candidate.toLowerCase(), limit)
    if (far > limit) continue
    best = candidate
    limit = far - 1
    if (limit < 0) break
  }
  return best
}
