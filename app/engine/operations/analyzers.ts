/** https://docs.aws.amazon.com/access-analyzer/latest/APIReference/Welcome.html */
import type { AnalyzerSummary } from '@aws-sdk/client-accessanalyzer'
import { accountsOf, ageOf, isOfOrganization, looksForUnused } from '../analyzer/analyse'
import type { AccessAnalyzerOperations } from '../api'
import { roleArn } from '../arn'
import { serviceError } from '../errors'
import type { Call, OperationTable } from '../kernel'
import type { Analyzer, AnalyzerType, ArchiveRule } from '../model'
import { entryOf, keyOf } from '../records'
import { isOnShelf } from '../shelf'
import { memberOrganization } from '../world'
import {
  analyzerArn,
  analyzerByArn,
  analyzerName,
  arnOf,
  constrain,
  keepFindings,
  onAccount,
  onArn,
  onNamed,
  pageOf,
  theAnalyzer,
} from './analyzer-members'
import { given } from './params'
import { SERVICE_LINKED_PATH } from './roles'
import { makeLinkedRole } from './service-linked-roles'
import { linkedServiceOf } from './service-linked-services'

const SERVICE = 'access-analyzer.amazonaws.com'

const types = [
  'ACCOUNT',
  'ORGANIZATION',
  'ACCOUNT_UNUSED_ACCESS',
  'ORGANIZATION_UNUSED_ACCESS',
] as const satisfies AnalyzerType[]

const isType = (text: string | undefined): text is AnalyzerType =>
  types.some((type) => type === text)

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-quotas.html */
const quotas: Record<AnalyzerType, number> = {
  ACCOUNT: 1,
  ORGANIZATION: 20,
  ACCOUNT_UNUSED_ACCESS: 1,
  ORGANIZATION_UNUSED_ACCESS: 20,
}

const invalid = (message: string) => serviceError('ValidationException', message)

function shapeOf({ account, now }: Call<object>, analyzer: Analyzer): AnalyzerSummary {
  return {
    arn: arnOf(account.id, analyzer.name),
    name: analyzer.name,
    type: analyzer.type,
    createdAt: new Date(analyzer.created),
    lastResourceAnalyzedAt: new Date(now),
    status: 'ACTIVE',
    tags: { ...analyzer.tags },
    ...(looksForUnused(analyzer)
      ? { configuration: { unusedAccess: { unusedAccessAge: ageOf(analyzer) } } }
      : {}),
  }
}

/** The whole organization is looked at by the account that manages it, or one it has chosen. */
function refuseOutsider({ world, account }: Call<object>) {
  const organization = memberOrganization(world.organization, account.id)
  const chosen = organization?.delegatedAdministrators?.[SERVICE] ?? []
  if (organization?.managementAccount === account.id || chosen.includes(account.id)) return
  throw invalid(
    'An analyzer for an organization can be created by its management account or a delegated administrator alone.'
  )
}

function typeAsked(type: string | undefined): AnalyzerType {
  if (isType(type)) return type
  throw invalid(`Analyzers of type ${given(type)} are not supported.`)
}

function ageAsked(type: AnalyzerType, age: number | undefined) {
  if (!looksForUnused({ type })) return {}
  if (age !== undefined && !(Number.isInteger(age) && age >= 1 && age <= 365)) {
    throw invalid('unusedAccessAge must be between 1 and 365 days.')
  }
  return age === undefined ? {} : { age }
}

const linkedRole = linkedServiceOf(SERVICE)

type Rules = { ruleName: string | undefined; filter: ArchiveRule['filter'] | undefined }[]

const rulesFrom = (rules: Rules, now: string) =>
  Object.fromEntries(
    rules.map(({ ruleName = '', filter = {} }) => [
      keyOf(ruleName),
      { name: ruleName, filter, created: now, updated: now },
    ])
  )

export const analyzerOperations = {
  /** Its first look at everything is over when it is there. */
  CreateAnalyzer: {
    check: constrain({
      analyzerName,
      type: { required: true, min: 1 },
    }),
    on: onNamed,
    also: ({ account }) => {
      const name = linkedRole?.roleName ?? ''
      if (isOnShelf(account.roles, name)) return []
      const arn = roleArn(account.id, `${SERVICE_LINKED_PATH}${SERVICE}/`, name)
      const context = { 'iam:AWSServiceName': SERVICE }
      return [{ action: 'iam:CreateServiceLinkedRole', target: { arn, context } }]
    },
    run: (call) => {
      const { world, account, input, now } = call
      const name = given(input.analyzerName)
      const type = typeAsked(input.type)
      const age = ageAsked(type, input.configuration?.unusedAccess?.unusedAccessAge)
      if (isOfOrganization({ type })) refuseOutsider(call)
      const analyzers = (account.analyzers ??= {})
      if (entryOf(analyzers, name)) {
        throw serviceError(
          'ConflictException',
          `Analyzer with name ${name} already exists in this account and Region.`
        )
      }
      const same = Object.values(analyzers).filter((each) => each.type === type)
      if (same.length >= quotas[type]) {
        throw serviceError(
          'ServiceQuotaExceededException',
          `Analyzer quota exceeded. You can create ${quotas[type]} of type ${type} in a Region.`
        )
      }
      if (linkedRole && !isOnShelf(account.roles, linkedRole.roleName)) {
        const given = { AWSServiceName: SERVICE }
        makeLinkedRole({ world, account, now }, linkedRole, linkedRole.roleName, given)
      }
      const analyzer: Analyzer = {
        name,
        type,
        created: now,
        ...age,
        ...(input.tags ? { tags: input.tags } : {}),
        rules: rulesFrom(input.archiveRules ?? [], now),
        findings: {},
      }
      keepFindings(call, analyzer)
      analyzers[keyOf(name)] = analyzer
      return { arn: arnOf(account.id, name) }
    },
  },

  GetAnalyzer: {
    check: constrain({ analyzerName }),
    on: onNamed,
    run: (call) => ({
      analyzer: shapeOf(call, theAnalyzer(call.account, call.input.analyzerName)),
    }),
  },

  ListAnalyzers: {
    on: onAccount,
    run: (call) => {
      const { type } = call.input
      const all = Object.values(call.account.analyzers ?? {}).filter(
        (analyzer) => type === undefined || analyzer.type === type
      )
      const { items, more } = pageOf(all, call.input)
      return { analyzers: items.map((analyzer) => shapeOf(call, analyzer)), ...more }
    },
  },

  DeleteAnalyzer: {
    check: constrain({ analyzerName }),
    on: onNamed,
    run: ({ account, input }) => {
      const { name } = theAnalyzer(account, input.analyzerName)
      delete account.analyzers?.[keyOf(name)]
      return {}
    },
  },

  StartResourceScan: {
    check: constrain({ analyzerArn, resourceArn: { required: true, min: 1 } }),
    on: onArn,
    run: (call) => {
      const { world, account, input } = call
      const analyzer = analyzerByArn(account, input.analyzerArn)
      if (looksForUnused(analyzer)) {
        throw invalid('Resources are scanned by analyzers of external access alone.')
      }
      const owner = input.resourceOwnerAccount ?? account.id
      const isThere = accountsOf(world, account, analyzer).some(({ id }) => id === owner)
      if (!isThere) throw invalid(`Account ${owner} is outside of the zone of trust.`)
      keepFindings(call, analyzer)
      return {}
    },
  },
} satisfies Partial<OperationTable<AccessAnalyzerOperations>>
