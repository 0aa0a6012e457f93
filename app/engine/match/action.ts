/**
 * Action names ignore case; `*` and `?` may stand anywhere, in the service's prefix too.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html
 */
import { type Glob, matchesGlob, parseGlob } from './wildcard'

type Entry = { text: string; glob: Glob }

/** The lists of managed policies are long, so a request only meets entries of its service. */
export type ActionMatcher = {
  /** As written. */
  wanted: string[]
  everything: string | undefined
  exact: Map<string, string>
  byService: Map<string, Entry[]>
  anyService: Entry[]
}

const isWild = (text: string) => text.includes('*') || text.includes('?')

export function compileActions(wanted: string[]): ActionMatcher {
  const matcher: ActionMatcher = {
    wanted,
    everything: wanted.find((text) => text === '*'),
    exact: new Map(),
    byService: new Map(),
    anyService: [],
  }
  for (const text of wanted) addAction(matcher, text)
  return matcher
}

function addAction(matcher: ActionMatcher, text: string) {
  const pattern = text.toLowerCase()
  const service = serviceOf(pattern)
  // IAM refuses an action without a service, so one here names nothing
  if (service === '') return
  if (!isWild(pattern)) {
    if (!matcher.exact.has(pattern)) matcher.exact.set(pattern, text)
    return
  }
  const entry = { text, glob: parseGlob(pattern) }
  if (isWild(service)) {
    matcher.anyService.push(entry)
    return
  }
  const entries = matcher.byService.get(service)
  if (entries) entries.push(entry)
  else matcher.byService.set(service, [entry])
}

const serviceOf = (action: string) => action.slice(0, Math.max(0, action.indexOf(':')))

export const isActionPattern = (text: string) => text === '*' || serviceOf(text) !== ''

/** The entry, as written, that covers a lower-cased action. */
export function findAction(matcher: ActionMatcher, action: string): string | undefined {
  if (matcher.everything !== undefined) return matcher.everything
  const covers = (entry: Entry) => matchesGlob(entry.glob, action)
  return (
    matcher.exact.get(action) ??
    matcher.byService.get(serviceOf(action))?.find(covers)?.text ??
    matcher.anyService.find(covers)?.text
  )
}
