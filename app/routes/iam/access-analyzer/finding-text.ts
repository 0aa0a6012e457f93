/** How the console writes of findings. */
import type {
  FindingSource,
  FindingStatus,
  FindingType,
  Type,
} from '@aws-sdk/client-accessanalyzer'
import { nameOf, parseArn } from '~/engine/arn'
import { accessLevelOf, accessLevels } from '~/engine/catalog/actions'
import { pb } from '~/lib/path-builder'

export const statusNames: Record<FindingStatus, string> = {
  ACTIVE: 'Active',
  ARCHIVED: 'Archived',
  RESOLVED: 'Resolved',
}

export const findingTypeNames: Record<FindingType, string> = {
  ExternalAccess: 'External access',
  InternalAccess: 'Internal access',
  UnusedIAMRole: 'Unused role',
  UnusedIAMUserAccessKey: 'Unused access key',
  UnusedIAMUserPassword: 'Unused password',
  UnusedPermission: 'Unused permissions',
}

export const typeText = (type: FindingType | undefined) =>
  type ? findingTypeNames[type] : '-'

export const analysisText = (type: Type | undefined) =>
  type?.endsWith('UNUSED_ACCESS')
    ? 'Principal analysis - Unused access'
    : 'Resource analysis - External access'

export const zoneText = (type: Type | undefined) =>
  type?.startsWith('ORGANIZATION') ? 'Current organization' : 'Current account'

const kinds: Record<string, string> = {
  'AWS::IAM::Role': 'IAM role',
  'AWS::IAM::User': 'IAM user',
  'AWS::S3::Bucket': 'S3 bucket',
}

export const kindText = (resourceType: string | undefined = '') =>
  kinds[resourceType] ?? resourceType

/** `role/Deploy`, `bucket/reports`. */
export function resourceText(arn: string | undefined = '') {
  const { service, resource = arn } = parseArn(arn) ?? {}
  if (service === 's3') return resource
  return `${resource.split('/')[0]}/${nameOf(arn)}`
}

/** Where the resource has its own page. */
export function resourceHref(arn: string | undefined = '') {
  const { service, resource = '' } = parseArn(arn) ?? {}
  if (service === 's3') return pb.bucket(resource, { tab: 'permissions' })
  return resource.startsWith('user/')
    ? pb.user(nameOf(arn))
    : pb.role(nameOf(arn), 'trust_relationships')
}

export type Principal = { kind: string; text: string }

export function principalOf(principal: Record<string, string> = {}): Principal {
  const [[kind, text] = ['', '-']] = Object.entries(principal)
  if (text === '*') return { kind: 'All Principals', text: '*' }
  if (kind === 'Federated') return { kind: 'Federated Principal', text }
  return { kind: /^\d{12}$/.test(text) ? 'AWS Account' : 'IAM Principal', text }
}

/** Actions by access level, in the order in which policies' summaries have them. */
export function levelsOf(actions: readonly string[] = []) {
  return [...accessLevels, undefined].flatMap((level) => {
    const some = actions.filter((action) => accessLevelOf(action) === level)
    return some.length > 0 ? [{ level: level ?? 'Other', actions: some }] : []
  })
}

export const sourceText = (sources: readonly FindingSource[] = []) =>
  sources.map(({ type }) => (type === 'POLICY' ? 'Bucket policy' : type)).join(', ') || '-'

export const conditionText = (condition: Record<string, string> = {}) =>
  Object.entries(condition)
    .map(([key, value]) => `${key}: ${value}`)
    .join('; ') || '-'
