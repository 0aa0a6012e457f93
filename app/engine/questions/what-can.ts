/** What can this principal do in this service? */
import { accountOf } from '../arn'
import { type ActionAuthorization, serviceOf } from '../catalog/service-authorization'
import type { Decision, StatementTrace } from '../evaluate/decision'
import { missed, nearMisses } from '../evaluate/trace'
import type { World } from '../model'
import { answer } from '../question'
import { probeOfPattern, probeOfType } from './probe'

/**
 * `everywhere`: on any resource, of every type that the action takes. `somewhere`: only on what `where` lists.
 * `conditionally`: only once conditions are met that this request does not meet.
 */
export type Extent = 'everywhere' | 'somewhere' | 'conditionally' | 'nowhere'

export type Ability = {
  /** `s3:GetObject` */
  action: string
  level: ActionAuthorization['level']
  extent: Extent
  /** The patterns of resources on which it is allowed; empty unless `somewhere`. */
  where: string[]
  /** The allows that ask for more than the request has. */
  conditional: StatementTrace[]
  /** On a resource that stands for any; the refusal, where one kind of resource is refused. */
  decision: Decision
}

/**
 * Every action of a service, in the order of the service's reference. `principal` is an ARN as
 * `decide` takes it, `now` an ISO time. Nothing when the service's data is not loaded
 * (`loadServiceAuthorization`); the AWS managed policies have to be loaded too.
 */
export const whatCan = (
  world: World,
  principal: string,
  service: string,
  now: string
): Ability[] =>
  [...(serviceOf(service)?.actions.values() ?? [])].map((action) =>
    abilityOf(world, principal, action, now)
  )

function abilityOf(
  world: World,
  principal: string,
  action: ActionAuthorization,
  now: string
): Ability {
  const name = `${action.service}:${action.name}`
  const ask = (resource: string) =>
    answer(world, { principal, action: name, resource }, now)
  const [first = ask('*'), ...others] = probesOf(action, principal).map(ask)
  const refused = [first, ...others].find(({ verdict }) => verdict !== 'Allow')
  const decision = refused ?? first
  const known = { action: name, level: action.level, decision }
  if (!refused) return { ...known, extent: 'everywhere', where: [], conditional: [] }
  const near = nearMisses(decision.trace)
  const where = wherePossible(near, ask)
  const conditional = near.filter((each) => missed(each).every(isCondition))
  const extent =
    where.length > 0 ? 'somewhere' : conditional.length > 0 ? 'conditionally' : 'nowhere'
  return { ...known, extent, where, conditional: extent === 'nowhere' ? [] : conditional }
}

/** One resource of each type that the action takes. */
const probesOf = ({ resources }: ActionAuthorization, principal: string) =>
  resources.map(({ type }) => probeOfType(type.arn, accountOf(principal) ?? ''))

const isCondition = (match: { element: string }) => match.element === 'Condition'

/** Patterns of statements that came near, as far as the engine allows a resource of theirs. */
function wherePossible(near: StatementTrace[], ask: (resource: string) => Decision) {
  const patterns = near
    .filter(({ resource }) => !resource.matched && resource.element === 'Resource')
    .flatMap(({ resource }) => resource.wanted)
  return [...new Set(patterns)].filter(
    (pattern) => ask(probeOfPattern(pattern)).verdict === 'Allow'
  )
}
