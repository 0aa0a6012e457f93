import { diffLines } from 'diff'

export type LineChange = { kind: 'added' | 'removed' | 'same'; text: string }

/** Key order and spacing are a matter of taste, what is printed alike is alike. */
const lines = (document: string) => {
  try {
    return `${JSON.stringify(JSON.parse(document), null, 2)}\n`
  } catch {
    return `${document}\n`
  }
}

/** Line by line what turns one document into the other. */
export const lineChanges = (before: string, after: string): LineChange[] =>
  diffLines(lines(before), lines(after)).flatMap(({ added, removed, value }) =>
    value
      .trimEnd()
      .split('\n')
      .map((text) => ({
        kind: added
          ? ('added' as const)
          : removed
            ? ('removed' as const)
            : ('same' as const),
        text,
      }))
  )
