/** What the event history says of a call. */
import type { ApiEvent, World } from '~/engine'
import { arnOfRef } from '~/scenarios/refs'

export type Happened = {
  call: string
  by?: string
  on?: string
  outcome?: 'success' | 'denied'
}

/** What a person does in the console, by the name of its event. */
const consoleEvents: Record<string, string> = {
  SignIn: 'ConsoleLogin',
  SwitchRole: 'SwitchRole',
  SwitchBack: 'ExitRole',
}

export const consoleCalls = Object.keys(consoleEvents).map((name) => `console:${name}`)

const SOURCE_END = '.amazonaws.com'

/** An event as the call that made it: `iam:CreateRole`, `console:SwitchRole`. */
export function callOf({ eventSource, eventName }: ApiEvent): string {
  const service = eventSource.slice(0, -SOURCE_END.length)
  if (service !== 'signin') return `${service}:${eventName}`
  const [word] = Object.entries(consoleEvents).find(([, name]) => name === eventName) ?? []
  return `console:${word ?? eventName}`
}

/** ARNs that an event may be laid to: its caller, the role behind it, who switched. */
export function actorsOf({ userIdentity, additionalEventData }: ApiEvent): unknown[] {
  const from =
    typeof additionalEventData === 'object' && additionalEventData !== null
      ? Object.entries(additionalEventData).find(([name]) => name === 'SwitchFrom')?.[1]
      : undefined
  return [userIdentity.arn, userIdentity.sessionIssuer, from]
}

/** Every text in the parameters, at any depth. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(textsIn)
}

/** A thing is named in a call by its ARN or by its name alone. */
function isOn(world: World, event: ApiEvent, ref: string) {
  const arn = arnOfRef(world, ref)
  const name = ref.slice(ref.lastIndexOf('/') + 1)
  return textsIn(event.requestParameters).some((text) => text === arn || text === name)
}

function isIt(world: World, event: ApiEvent, { call, by, on, outcome }: Happened) {
  if (callOf(event).toLowerCase() !== call.toLowerCase()) return false
  const wanted = outcome ?? 'success'
  const denied = event.errorCode === 'AccessDenied'
  if (wanted === 'success' ? event.errorCode !== undefined : !denied) return false
  if (by !== undefined && !actorsOf(event).includes(arnOfRef(world, by))) return false
  return on === undefined || isOn(world, event, on)
}

/** The latest event that fits. `after` is the ID of an event; those up to it do not count. */
export function findEvent(world: World, happened: Happened, after?: string) {
  const start = world.events.findLastIndex(({ eventID }) => eventID === after)
  return world.events.slice(start + 1).findLast((event) => isIt(world, event, happened))
}
