/** Something that a search has found, and where it is. */
export type Hit = { group: string; name: string; detail: string; href: string }

const wordsOf = (text: string) => text.toLowerCase().split(/\s+/).filter(Boolean)

/** Where in the name it stands decides: at its beginning, within it, or in what is said of it. */
function rankOf({ name, detail }: Hit, words: readonly string[]) {
  const [lowerName, all] = [name.toLowerCase(), `${name} ${detail}`.toLowerCase()]
  if (!words.every((word) => all.includes(word))) return undefined
  if (words[0] !== undefined && lowerName.startsWith(words[0])) return 0
  return words.every((word) => lowerName.includes(word)) ? 1 : 2
}

/** No group crowds out the others. */
const MOST_OF_A_GROUP = 5

/** Those with every word in them, group by group as given, the best of each first. */
export function matching(hits: readonly Hit[], text: string): Hit[] {
  const words = wordsOf(text)
  if (words.length === 0) return []
  const ranked = hits.flatMap((hit) => {
    const rank = rankOf(hit, words)
    return rank === undefined ? [] : [{ hit, rank }]
  })
  const groups = new Set(hits.map(({ group }) => group))
  return [...groups].flatMap((group) =>
    ranked
      .filter(({ hit }) => hit.group === group)
      .sort((a, b) => a.rank - b.rank)
      .slice(0, MOST_OF_A_GROUP)
      .map(({ hit }) => hit)
  )
}
