/** The actions of a service as check boxes: in groups, filtered, and with their state. */
import type { AccessLevel } from '~/engine/catalog/actions'
import type { ServiceAuthorization } from '~/engine/catalog/service-authorization'
import { matchesGlob, parseGlob } from '~/engine/match/wildcard'
import type { StatementChange } from '../text/change-statement'

const groups: { label: string; levels: AccessLevel[] }[] = [
  { label: 'Access level - list', levels: ['List'] },
  { label: 'Access level - read or write', levels: ['Read', 'Write'] },
  {
    label: 'Access level - permissions management',
    levels: ['Permissions management'],
  },
  { label: 'Access level - tagging', levels: ['Tagging'] },
]

/** `covered` is granted by a pattern such as `s3:Get*`, which the box cannot take back. */
export type ActionState = 'off' | 'on' | 'covered'

export type ActionBox = { name: string; action: string; state: ActionState }
export type ActionGroup = { label: string; boxes: ActionBox[] }

export function stateOf(action: string, listed: readonly string[]): ActionState {
  const wanted = action.toLowerCase()
  const texts = listed.map((each) => each.toLowerCase())
  const isCovered = texts.some(
    (each) => /[*?]/.test(each) && matchesGlob(parseGlob(each), wanted)
  )
  if (isCovered) return 'covered'
  return texts.includes(wanted) ? 'on' : 'off'
}

export function actionGroups(
  service: ServiceAuthorization,
  listed: readonly string[],
  filter: string
): ActionGroup[] {
  const wanted = filter.trim().toLowerCase()
  const actions = [...service.actions.values()]
    .filter(({ name }) => name.toLowerCase().includes(wanted))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
  return groups
    .map(({ label, levels }) => ({
      label,
      boxes: actions
        .filter(({ level }) => levels.includes(level))
        .map(({ name }) => {
          const action = `${service.prefix}:${name}`
          return { name, action, state: stateOf(action, listed) }
        }),
    }))
    .filter(({ boxes }) => boxes.length > 0)
}

/** All actions of a service take the place of those that are listed one by one. */
export function allActions(
  prefix: string,
  listed: readonly string[],
  wanted: boolean
): StatementChange[] {
  const all = `${prefix}:*`
  if (!wanted) return [{ type: 'remove-action', action: all }]
  const single = listed.filter((each) => each.toLowerCase().startsWith(`${prefix}:`))
  return [
    ...single.map((action): StatementChange => ({ type: 'remove-action', action })),
    { type: 'add-action', action: all },
  ]
}
