/** https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_testing-policies.html */
import type { IamOperations } from '../api'
import { isServiceError, serviceError } from '../errors'
import type { Call, OperationTable } from '../kernel'
import { contextKeysIn } from './context-keys'
import { entityNamedIn, policiesHeld } from './held-policies'
import { isMarker, page } from './paging'
import * as p from './params'
import { constrainIam, given, required } from './params'
import type { Simulation } from './simulated-request'
import {
  customSimulation,
  type Given,
  inputs,
  principalSimulation,
} from './simulation-inputs'
import { policyExclusions } from './simulation-exclusions'
import { evaluate } from './simulation-results'
import { onEverything } from './targets'

const actionNames = { required: true, list: true, each: { min: 3, max: 128 } }

/** As the service lists them. */
const contextTypes = [
  'binary',
  'ipList',
  'booleanList',
  'ip',
  'boolean',
  'numericList',
  'dateList',
  'numeric',
  'date',
  'stringList',
  'string',
  'binaryList',
]

function simulate(simulation: Simulation, input: Given) {
  const { ActionNames = [], ResourceArns } = input
  const unknown = ActionNames.find((action) => !/^[\w-]+:[\w*?]+$/.test(action))
  if (unknown !== undefined) {
    throw serviceError('InvalidInput', `Invalid action name: ${unknown}`)
  }
  if (!isMarker(input.Marker)) {
    throw serviceError('InvalidInput', 'Invalid marker for pagination.')
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
  ContextEntries: {
    list: true,
    members: { ContextKeyType: { oneOf: contextTypes } },
  },
  ResourceHandlingOption: { min: 1, max: 64 },
  ...p.paging,
}

/** Who is named by the source's ARN, whatever its path; what names nobody is judged as it is. */
const onSource = ({ account, input }: Call<{ PolicySourceArn: string | undefined }>) => {
  const arn = given(input.PolicySourceArn)
  try {
    return { arn: entityNamedIn(account, arn).arn }
  } catch (error) {
    if (!isServiceError(error)) throw error
    return { arn }
  }
}

export const simulationOperations = {
  SimulateCustomPolicy: {
    check: constrainIam({
      PolicyInputList: { ...required(p.policyDocuments), mayBeEmpty: true },
      OrderedOrganizationPolicyInputList: {
        list: true,
        members: { ServiceControlPolicyInputList: p.policyDocuments },
      },
      ...common,
    }),
    on: onEverything,
    run: (call) => simulate(customSimulation(call), call.input),
  },

  SimulatePrincipalPolicy: {
    check: constrainIam({
      PolicySourceArn: p.arnText,
      PolicyInputList: p.policyDocuments,
      PolicyExclusionList: policyExclusions,
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
      const held = policiesHeld(account, entityNamedIn(account, input.PolicySourceArn))
      const given = inputs('PolicyInputList', input.PolicyInputList)
      return { ContextKeyNames: contextKeysIn([...held, ...given].map(({ text }) => text)) }
    },
  },
} satisfies Partial<OperationTable<IamOperations>>
