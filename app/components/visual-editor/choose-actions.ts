/** Which actions of a service the entries of a block cover, and what a tick changes in them. */
import type { AccessLevel } from '~/engine/catalog/actions'
import type { ServiceAuthorization } from '~/engine/catalog/service-authorization'
import { matchesGlob, parseGlob } from '~/engine/match/wildcard'

/** In the order of the editor, which is not the summary's. */
export const editorLevels: AccessLevel[] = [
  'List',
  'Read',
  'Write',
  'Permissions management',
  'Tagging',
]

export const isWild = (entry: string) => /[*?]/.test(entry)

const isAll = (entry: string) => /^\*+$/.test(entry)

export function namesMatching(service: ServiceAuthorization, entry: string): string[] {
  const glob = parseGlob(entry.toLowerCase())
  return [...service.actions.values()]
    .map(({ name }) => name)
    .filter((name) => matchesGlob(glob, name.toLowerCase()))
}

export const chosenNames = (service: ServiceAuthorization, entries: readonly string[]) =>
  new Set(entries.flatMap((entry) => namesMatching(service, entry)))

export const namesOfLevel = (service: ServiceAuthorization, level: AccessLevel) =>
  [...service.actions.values()]
    .filter((action) => action.level === level)
    .map(({ name }) => name)
    .toSorted()

export const coversAll = (entries: readonly string[]) => entries.some(isAll)

/** Neither in the catalog nor granted by AWS's own policies. */
export const isUnknownAction = (service: ServiceAuthorization, entry: string) =>
  namesMatching(service, entry).length === 0 &&
  !service.undocumented.has(entry.toLowerCase())

/** What was typed rather than ticked. */
export const manualEntries = (
  service: ServiceAuthorization | undefined,
  entries: readonly string[]
) =>
  entries.filter((entry) =>
    service
      ? !isAll(entry) && (isWild(entry) || namesMatching(service, entry).length === 0)
      : true
  )

/** Takes actions out; a wildcard that covers one gives way to the others that it covers. */
export function withoutActions(
  service: ServiceAuthorization,
  entries: readonly string[],
  names: readonly string[]
): string[] {
  const gone = new Set(names)
  const left = entries.flatMap((entry) => {
    const covered = namesMatching(service, entry)
    return covered.some((name) => gone.has(name))
      ? covered.filter((name) => !gone.has(name))
      : [entry]
  })
  return [...new Set(left)]
}

export function withActions(
  service: ServiceAuthorization,
  entries: readonly string[],
  names: readonly string[]
): string[] {
  const chosen = chosenNames(service, entries)
  return [...entries, ...names.filter((name) => !chosen.has(name))]
}

/** Whether a filter leaves an action in sight. */
export const isNamed = (name: string, filter: string) =>
  name.toLowerCase().includes(filter.trim().toLowerCase())

const firstWord = (name: string) => /^[A-Z][a-z]+/.exec(name)?.[0] ?? name

/** A whole level is written with wildcards, as far as these cover nothing else. */
export function withLevel(
  service: ServiceAuthorization,
  entries: readonly string[],
  level: AccessLevel
): string[] {
  const names = namesOfLevel(service, level)
  const inLevel = new Set(names)
  const patterns = names.map((name) => {
    const pattern = `${firstWord(name)}*`
    const covered = namesMatching(service, pattern)
    return covered.length > 1 && covered.every((each) => inLevel.has(each)) ? pattern : name
  })
  const others = entries.filter((entry) => {
    const covered = namesMatching(service, entry)
    return covered.length === 0 || !covered.every((name) => inLevel.has(name))
  })
  const chosen = chosenNames(service, others)
  const needed = [...new Set(patterns)].filter((pattern) =>
    namesMatching(service, pattern).some((name) => !chosen.has(name))
  )
  return [...others, ...needed]
}
