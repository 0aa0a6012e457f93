/** https://docs.aws.amazon.com/access-analyzer/latest/APIReference/API_ListFindingsV2.html */
import type {
  FindingDetails,
  FindingSource,
  FindingSummary,
  FindingSummaryV2,
} from '@aws-sdk/client-accessanalyzer'
import { ageOf, looksForUnused } from '../analyzer/analyse'
import { matchesFilter } from '../analyzer/archive'
import { unusedServices } from '../analyzer/unused'
import type { AccessAnalyzerOperations } from '../api'
import { serviceError } from '../errors'
import type { Call, OperationTable } from '../kernel'
import type { Analyzer, AnalyzerFinding } from '../model'
import { entryOf, untouched } from '../records'
import {
  analyzerArn,
  analyzerByArn,
  constrain,
  findingsOf,
  keepFindings,
  newestFirst,
  notFound,
  onArn,
  pageOf,
} from './analyzer-members'
import { entityNamedIn } from './held-policies'
import { given } from './params'

type Named = { analyzerArn: string | undefined }

const findingId = { required: true, min: 1 }

const timesOf = ({ created, updated }: AnalyzerFinding, now: string) => ({
  createdAt: new Date(created),
  analyzedAt: new Date(now),
  updatedAt: new Date(updated),
})

const summaryOf = (finding: AnalyzerFinding, now: string): FindingSummaryV2 => ({
  id: finding.id,
  resource: finding.resource,
  resourceType: finding.resourceType,
  resourceOwnerAccount: finding.owner,
  status: finding.status,
  findingType: finding.type,
  ...timesOf(finding, now),
})

/** A bucket is shared by its policy; how a role is, needs no word. */
const sourcesOf = ({ resourceType }: AnalyzerFinding): { sources?: FindingSource[] } =>
  resourceType === 'AWS::S3::Bucket' ? { sources: [{ type: 'POLICY' }] } : {}

const externalOf = (finding: AnalyzerFinding) => {
  const { external } = finding
  return {
    condition: { ...external?.condition },
    ...(external
      ? {
          principal: { ...external.principal },
          action: [...external.actions],
          isPublic: external.isPublic,
        }
      : {}),
    ...sourcesOf(finding),
  }
}

const firstShapeOf = (finding: AnalyzerFinding, now: string): FindingSummary => ({
  id: finding.id,
  resource: finding.resource,
  resourceType: finding.resourceType,
  resourceOwnerAccount: finding.owner,
  status: finding.status,
  ...externalOf(finding),
  ...timesOf(finding, now),
})

/** Services that have not been used as of now; a finding that is resolved has none. */
function permissionDetails(
  { world, now }: Call<object>,
  analyzer: Analyzer,
  { owner, resource, status }: AnalyzerFinding
): FindingDetails[] {
  const account = world.accounts[owner]
  if (!account || status === 'RESOLVED') return []
  const since = { now, age: ageOf(analyzer) }
  return unusedServices(account, entityNamedIn(account, resource), since).map(
    ({ service, lastAccessed }) => ({
      unusedPermissionDetails: { serviceNamespace: service, ...dateOf(lastAccessed) },
    })
  )
}

const dateOf = (text: string | undefined) => (text ? { lastAccessed: new Date(text) } : {})

function detailsOf(
  call: Call<object>,
  analyzer: Analyzer,
  finding: AnalyzerFinding
): FindingDetails[] {
  const last = dateOf(finding.lastAccessed)
  switch (finding.type) {
    case 'ExternalAccess':
      return [{ externalAccessDetails: externalOf(finding) }]
    case 'UnusedIAMRole':
      return [{ unusedIamRoleDetails: last }]
    case 'UnusedIAMUserPassword':
      return [{ unusedIamUserPasswordDetails: last }]
    case 'UnusedIAMUserAccessKey':
      return [
        {
          unusedIamUserAccessKeyDetails: {
            accessKeyId: finding.accessKeyId ?? '',
            ...last,
          },
        },
      ]
    case 'UnusedPermission':
      return permissionDetails(call, analyzer, finding)
  }
}

function refuseUnused(analyzer: Analyzer, instead: string) {
  if (!looksForUnused(analyzer)) return
  throw serviceError(
    'ValidationException',
    `Findings of unused access are told by ${instead} alone.`
  )
}

/** The analyzer as it is now, and a finding of it. */
function theFinding(call: Call<Named & { id: string | undefined }>) {
  const analyzer = analyzerByArn(call.account, call.input.analyzerArn)
  const finding = findingsOf(call, analyzer)[given(call.input.id)]
  if (!finding) throw notFound(`Finding: ${call.input.id}`)
  return { analyzer, finding }
}

/** What has been read is kept with the record of the call. */
function note(call: Call<Named>) {
  const analyzer = analyzerByArn(untouched(call.account), call.input.analyzerArn)
  const own = entryOf(call.account.analyzers ?? {}, analyzer.name)
  if (own) keepFindings(call, own)
}

export const analyzerFindingOperations = {
  ListFindings: {
    check: constrain({ analyzerArn }),
    on: onArn,
    run: (call) => {
      const { account, input, now } = call
      const analyzer = analyzerByArn(account, input.analyzerArn)
      refuseUnused(analyzer, 'ListFindingsV2')
      const all = newestFirst(findingsOf(call, analyzer)).filter((finding) =>
        matchesFilter(finding, input.filter)
      )
      const { items, more } = pageOf(all, input)
      return { findings: items.map((finding) => firstShapeOf(finding, now)), ...more }
    },
    note,
  },

  ListFindingsV2: {
    action: 'access-analyzer:ListFindings',
    check: constrain({ analyzerArn }),
    on: onArn,
    run: (call) => {
      const { account, input, now } = call
      const analyzer = analyzerByArn(account, input.analyzerArn)
      const all = newestFirst(findingsOf(call, analyzer)).filter((finding) =>
        matchesFilter(finding, input.filter)
      )
      const { items, more } = pageOf(all, input)
      return { findings: items.map((finding) => summaryOf(finding, now)), ...more }
    },
    note,
  },

  GetFinding: {
    check: constrain({ analyzerArn, id: findingId }),
    on: onArn,
    run: (call) => {
      const { analyzer, finding } = theFinding(call)
      refuseUnused(analyzer, 'GetFindingV2')
      return { finding: firstShapeOf(finding, call.now) }
    },
    note,
  },

  GetFindingV2: {
    action: 'access-analyzer:GetFinding',
    check: constrain({ analyzerArn, id: findingId }),
    on: onArn,
    run: (call) => {
      const { analyzer, finding } = theFinding(call)
      return {
        ...summaryOf(finding, call.now),
        findingDetails: detailsOf(call, analyzer, finding),
      }
    },
    note,
  },

  /** A finding that is resolved stays so. */
  UpdateFindings: {
    check: constrain({
      analyzerArn,
      status: { required: true, oneOf: ['ACTIVE', 'ARCHIVED'] },
    }),
    on: onArn,
    run: (call) => {
      const { account, input, now } = call
      const { ids = [], resourceArn } = input
      const analyzer = analyzerByArn(account, input.analyzerArn)
      const status = input.status === 'ARCHIVED' ? 'ARCHIVED' : 'ACTIVE'
      const records = findingsOf(call, analyzer)
      const missing = ids.find((id) => !records[id])
      if (missing !== undefined) throw notFound(`Finding: ${missing}`)
      const change = (finding: AnalyzerFinding): AnalyzerFinding =>
        (ids.includes(finding.id) || finding.resource === resourceArn) &&
        finding.status !== 'RESOLVED'
          ? { ...finding, status, updated: now }
          : finding
      analyzer.findings = Object.fromEntries(
        Object.values(records).map((finding) => [finding.id, change(finding)])
      )
      return {}
    },
  },
} satisfies Partial<OperationTable<AccessAnalyzerOperations>>
