/** The policies and the caller of a simulation, from what the call gives. */
import type { PolicyIdentifier } from '@aws-sdk/client-iam'
import { accountOf, rootArn } from '../arn'
import { serviceError } from '../errors'
import type { Call } from '../kernel'
import type { Account, World } from '../model'
import { rejectResourcePolicy, rejectSimulatedPolicy } from '../policy/accept'
import { organizationLevels } from '../world'
import {
  type Entity,
  type HeldPolicy,
  policiesHeld,
  textOf,
  entityNamedIn,
} from './held-policies'
import { given } from './params'
import { exclusions } from './simulation-exclusions'
import {
  callerOf,
  type ContextEntry,
  contextOf,
  type Simulation,
  type Source,
} from './simulated-request'

/** What both kinds of simulation take. */
export type Given = {
  ActionNames: string[] | undefined
  PolicyInputList?: string[]
  PermissionsBoundaryPolicyInputList?: string[]
  ResourceArns?: string[]
  ResourcePolicy?: string
  ResourceOwner?: string
  CallerArn?: string
  ContextEntries?: ContextEntry[]
  Marker?: string
  MaxItems?: number
}

function accept(text: string, reject: (text: string) => string | undefined) {
  const message = reject(text)
  if (message !== undefined) throw serviceError('InvalidInput', message)
}

export function inputs(name: string, texts: string[] = []): Source[] {
  for (const [index, text] of texts.entries()) {
    if (rejectSimulatedPolicy(text) === undefined) continue
    throw serviceError(
      'InvalidInput',
      `Policy input list item ${index + 1} has invalid content`
    )
  }
  return texts.map((text, index) => ({ id: `${name}.${index + 1}`, text }))
}

const heldId = ({ arn, kind, entity, name }: HeldPolicy) =>
  arn === undefined ? `${kind}_${entity}_${name}` : name

/** Every level's service control policies, where the account is a member of an organization. */
function organizationPolicies(world: World, account: Account): Source[][] | undefined {
  const levels = organizationLevels(world.organization, account.id)
  return levels?.map((target) =>
    (world.organization?.scps[target] ?? []).map(({ name, document }) => ({
      id: name,
      text: document,
    }))
  )
}

function sharedParts(
  input: Given,
  account: string
): Pick<Simulation, 'resource' | 'owner'> {
  const { ResourcePolicy: text, ResourceOwner } = input
  if (text !== undefined) accept(text, rejectResourcePolicy)
  const owner = ResourceOwner?.replace(/^arn:aws:iam::(\d{12}):.*$/, '$1') ?? account
  return text === undefined
    ? { owner }
    : { owner, resource: { id: 'ResourcePolicy', text } }
}

function boundaryOf(input: Given): Pick<Simulation, 'boundary'> {
  const given = input.PermissionsBoundaryPolicyInputList
  return given?.length
    ? { boundary: inputs('PermissionsBoundaryPolicyInputList', given) }
    : {}
}

type Custom = Given & {
  OrderedOrganizationPolicyInputList?: { ServiceControlPolicyInputList?: string[] }[]
}

/** From the organization's root down to the account; a level without policies allows nothing. */
function levelsGiven({
  OrderedOrganizationPolicyInputList: levels = [],
}: Custom): Pick<Simulation, 'scps'> {
  if (levels.length === 0) return {}
  return {
    scps: levels.map(({ ServiceControlPolicyInputList: texts }) =>
      inputs('ServiceControlPolicyInputList', texts)
    ),
  }
}

export function customSimulation({ account, input }: Call<Custom>): Simulation {
  const caller = input.CallerArn === undefined ? undefined : callerOf(input.CallerArn)
  const owner = caller?.account ?? account.id
  return {
    identity: inputs('PolicyInputList', input.PolicyInputList),
    ...boundaryOf(input),
    ...levelsGiven(input),
    ...sharedParts(input, owner),
    caller: caller ?? { type: 'user', arn: rootArn(owner), account: owner },
    account: owner,
    context: {
      'aws:userid': input.CallerArn ?? 'STUB_PRINCIPAL_FOR_POLICY_SIMULATOR',
      ...contextOf(input.ContextEntries),
    },
  }
}

function entityBoundary(
  account: Account,
  { holder }: Entity
): Pick<Simulation, 'boundary'> {
  const arn = 'boundary' in holder ? holder.boundary : undefined
  return arn === undefined ? {} : { boundary: [{ id: arn, text: textOf(account, arn) }] }
}

/** What a call of the simulated user says of its caller by itself. */
function callerContext(entity: Entity, arn: string) {
  const { holder, kind } = entity
  return {
    'aws:PrincipalArn': arn,
    'aws:PrincipalAccount': given(accountOf(arn)),
    ...(kind === 'user' ? { 'aws:username': holder.name, 'aws:userid': holder.id } : {}),
  }
}

export type Principal = Given & {
  PolicySourceArn: string | undefined
  PolicyExclusionList?: PolicyIdentifier[]
}

export function principalSimulation({
  world,
  account,
  input,
}: Call<Principal>): Simulation {
  const entity = entityNamedIn(account, input.PolicySourceArn)
  if (entity.kind === 'group' && input.ResourcePolicy && input.CallerArn === undefined) {
    throw serviceError('InvalidInput', 'CallerArn is required with a resource policy.')
  }
  const arn = input.CallerArn ?? entity.arn
  const { keeps, keepsBoundary, keepsOrganization } = exclusions(input.PolicyExclusionList)
  const scps = keepsOrganization ? organizationPolicies(world, account) : undefined
  const held = policiesHeld(account, entity)
    .filter(keeps)
    .map((policy) => ({ id: heldId(policy), text: policy.text }))
  const isMadeUp = entity.kind === 'group' && input.CallerArn === undefined
  return {
    identity: [...held, ...inputs('PolicyInputList', input.PolicyInputList)],
    ...(keepsBoundary ? entityBoundary(account, entity) : {}),
    ...boundaryOf(input),
    ...(scps ? { scps } : {}),
    ...sharedParts(input, account.id),
    caller: isMadeUp ? { type: 'user', arn, account: account.id } : callerOf(arn),
    account: account.id,
    context: { ...callerContext(entity, arn), ...contextOf(input.ContextEntries) },
  }
}
