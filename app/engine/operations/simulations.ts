/** https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_testing-policies.html */
import type { EvaluationResult, PolicySourceType, Statement } from '@aws-sdk/client-iam'
import type { IamOperations } from '../api'
import { accountOf, rootArn } from '../arn'
import { resourceTypesOf } from '../catalog/service-authorization'
import { serviceError } from '../errors'
import type { Decision, PolicyTrace, Verdict } from '../evaluate/decision'
import type { Call, OperationTable } from '../kernel'
import type { Account, World } from '../model'
import { rejectIdentityPolicy, rejectResourcePolicy } from '../policy/accept'
import { organizationLevels } from '../world'
import { contextKeysIn, distinctKeys, variablesIn } from './context-keys'
import {
  type Entity,
  type HeldPolicy,
  policiesHeld,
  textOf,
  theEntity,
} from './held-policies'
import { page } from './paging'
import * as p from './params'
import { constrainIam, required } from './params'
import {
  callerOf,
  type ContextEntry,
  contextOf,
  decide,
  type Simulation,
  type Source,
} from './simulated-request'
import { positionsOf } from './statement-positions'
import { onEverything } from './targets'

const decisions = {
  Allow: 'allowed',
  ExplicitDeny: 'explicitDeny',
  ImplicitDeny: 'implicitDeny',
} as const satisfies Record<Verdict, string>

/** The service answers with these words; the SDK's type knows others. */
const SOURCE_TYPE = 'IAM Policy' as PolicySourceType

const actionNames = { required: true, list: true, each: { min: 3, max: 128 } }

type Given = {
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

function inputs(name: string, texts: string[] = []): Source[] {
  for (const text of texts) accept(text, rejectIdentityPolicy)
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

function customSimulation({ account, input }: Call<Given>): Simulation {
  const caller = input.CallerArn === undefined ? undefined : callerOf(input.CallerArn)
  const owner = caller?.account ?? account.id
  return {
    identity: inputs('PolicyInputList', input.PolicyInputList),
    ...boundaryOf(input),
    ...sharedParts(input, owner),
    caller: caller ?? { type: 'user', arn: rootArn(owner), account: owner },
    account: owner,
    context: contextOf(input.ContextEntries),
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
    'aws:PrincipalAccount': accountOf(arn) ?? '',
    ...(kind === 'user' ? { 'aws:username': holder.name, 'aws:userid': holder.id } : {}),
  }
}

type Principal = Given & { PolicySourceArn: string | undefined }

function principalSimulation({ world, account, input }: Call<Principal>): Simulation {
  const entity = theEntity(account, input.PolicySourceArn)
  if (entity.kind === 'group' && input.ResourcePolicy && input.CallerArn === undefined) {
    throw serviceError('InvalidInput', 'CallerArn is required with a resource policy.')
  }
  const arn = input.CallerArn ?? entity.arn
  const scps = organizationPolicies(world, account)
  const held = policiesHeld(account, entity).map((policy) => ({
    id: heldId(policy),
    text: policy.text,
  }))
  const isMadeUp = entity.kind === 'group' && input.CallerArn === undefined
  return {
    identity: [...held, ...inputs('PolicyInputList', input.PolicyInputList)],
    ...entityBoundary(account, entity),
    ...boundaryOf(input),
    ...(scps ? { scps } : {}),
    ...sharedParts(input, account.id),
    caller: isMadeUp ? { type: 'user', arn, account: account.id } : callerOf(arn),
    account: account.id,
    context: { ...callerContext(entity, arn), ...contextOf(input.ContextEntries) },
  }
}

/** The source behind a place in the policy set; what stands in for a trust policy has none. */
function sourceOf(simulation: Simulation, type: string, index: number, level = 0) {
  switch (type) {
    case 'identity':
      return simulation.identity[index]
    case 'boundary':
      return simulation.boundary?.[index]
    case 'scp':
      return simulation.scps?.[level]?.[index]
    default:
      return simulation.resource
  }
}

const matched = (simulation: Simulation, decision: Decision): Statement[] =>
  decision.decidedBy.flatMap(({ policy, index }) => {
    const source = sourceOf(simulation, policy.type, policy.index, policy.level)
    return source
      ? [
          {
            SourcePolicyId: source.id,
            SourcePolicyType: SOURCE_TYPE,
            ...positionsOf(source.text, index),
          },
        ]
      : []
  })

/** Keys that a statement on this action asks for and that nobody gave. */
function missing(decision: Decision, context: Simulation['context']) {
  const given = new Set(Object.keys(context).map((key) => key.toLowerCase()))
  const asked = decision.trace
    .flatMap(({ statements }) => statements)
    .filter(({ action }) => action.matched)
    .flatMap(({ resource, conditions }) => [
      ...resource.wanted.flatMap(variablesIn),
      ...conditions.flatMap(({ key, wanted }) => [key, ...wanted.flatMap(variablesIn)]),
    ])
  return distinctKeys(asked).filter((key) => !given.has(key.toLowerCase()))
}

const allows = (trace: PolicyTrace[]) =>
  trace.some(({ outcome }) => outcome === 'allows') &&
  !trace.some(({ outcome }) => outcome === 'denies')

/** Which of the policies that only limit let the call through. */
function limits({ boundary, scps }: Simulation, { trace }: Decision) {
  const ofBoundary = trace.filter(({ policy }) => policy.type === 'boundary')
  const levels = scps?.map((_, level) =>
    trace.filter(({ policy }) => policy.type === 'scp' && policy.level === level)
  )
  return {
    ...(levels
      ? { OrganizationsDecisionDetail: { AllowedByOrganizations: levels.every(allows) } }
      : {}),
    ...(boundary
      ? {
          PermissionsBoundaryDecisionDetail: {
            AllowedByPermissionsBoundary: allows(ofBoundary),
          },
        }
      : {}),
  }
}

/** Several resources are summed up under the form of ARN that the action takes. */
function formOf(action: string) {
  const form = resourceTypesOf(action)?.[0]?.arn
  return form === undefined ? '*' : form.replace('${Partition}', 'aws')
}

const strongest = ['explicitDeny', 'allowed', 'implicitDeny'] as const

function evaluate(
  simulation: Simulation,
  action: string,
  arns?: string[]
): EvaluationResult {
  const each = (arns ?? ['*']).map((arn) => ({
    arn,
    decision: decide(simulation, action, arn),
  }))
  const specific = each.map(({ arn, decision }) => ({
    EvalResourceName: arn,
    EvalResourceDecision: decisions[decision.verdict],
    MatchedStatements: matched(simulation, decision),
    MissingContextValues: missing(decision, simulation.context),
  }))
  const overall = strongest.find((word) =>
    specific.some(({ EvalResourceDecision }) => EvalResourceDecision === word)
  )
  const [only] = specific.length === 1 ? specific : []
  const [first] = each
  return {
    EvalActionName: action,
    EvalResourceName: only?.EvalResourceName ?? formOf(action),
    EvalDecision: overall,
    MatchedStatements: only?.MatchedStatements ?? [],
    MissingContextValues: only?.MissingContextValues ?? [],
    ...(first ? limits(simulation, first.decision) : {}),
    ...(arns ? { ResourceSpecificResults: specific } : {}),
  }
}

function simulate(simulation: Simulation, input: Given) {
  const { ActionNames = [], ResourceArns } = input
  const unknown = ActionNames.find((action) => !/^[\w-]+:[\w*?]+$/.test(action))
  if (unknown !== undefined) {
    throw serviceError('InvalidInput', `Invalid action name: ${unknown}`)
  }
  const arns = ResourceArns?.length ? ResourceArns : undefined
  const { items, ...rest } = page(ActionNames, input)
  const EvaluationResults = items.map((action) => evaluate(simulation, action, arns))
  return { EvaluationResults, ...rest }
}

const common = {
  PermissionsBoundaryPolicyInputList: p.policyDocuments,
  ActionNames: actionNames,
  ResourceArns: { list: true, each: { min: 1, max: 2048 } },
  ResourcePolicy: p.optionalDocument,
  ResourceOwner: { min: 1, max: 2048 },
  CallerArn: { min: 1, max: 2048 },
  ContextEntries: { list: true },
  ResourceHandlingOption: { min: 1, max: 64 },
  ...p.paging,
}

const onSource = ({ input }: Call<{ PolicySourceArn: string | undefined }>) => ({
  arn: input.PolicySourceArn ?? '*',
})

export const simulationOperations = {
  SimulateCustomPolicy: {
    check: constrainIam({ PolicyInputList: required(p.policyDocuments), ...common }),
    on: onEverything,
    run: (call) => simulate(customSimulation(call), call.input),
  },

  SimulatePrincipalPolicy: {
    check: constrainIam({
      PolicySourceArn: p.arnText,
      PolicyInputList: p.policyDocuments,
      ...common,
    }),
    on: onSource,
    run: (call) => simulate(principalSimulation(call), call.input),
  },

  GetContextKeysForCustomPolicy: {
    check: constrainIam({ PolicyInputList: required(p.policyDocuments) }),
    on: onEverything,
    run: ({ input }) => {
      const texts = inputs('PolicyInputList', input.PolicyInputList).map(({ text }) => text)
      return { ContextKeyNames: contextKeysIn(texts) }
    },
  },

  GetContextKeysForPrincipalPolicy: {
    check: constrainIam({
      PolicySourceArn: p.arnText,
      PolicyInputList: p.policyDocuments,
    }),
    on: onSource,
    run: ({ account, input }) => {
      const held = policiesHeld(account, theEntity(account, input.PolicySourceArn))
      const given = inputs('PolicyInputList', input.PolicyInputList)
      return { ContextKeyNames: contextKeysIn([...held, ...given].map(({ text }) => text)) }
    },
  },
} satisfies Partial<OperationTable<IamOperations>>
