type Props = { text: string; found: number; loading: boolean; refused: readonly string[] }

/** What is not among the hits, and why. */
export function SearchNote({ text, found, loading, refused }: Props) {
  if (loading) return 'Loading resources'
  const nothing = found === 0 ? `No matches for "${text}". ` : ''
  const hidden =
    refused.length > 0
      ? `Some results are hidden: you don't have permission to ${refused.join(', ')}.`
      : ''
  return `${nothing}${hidden}`
}
