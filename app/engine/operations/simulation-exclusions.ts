/**
 * Policies that a simulation is to leave out, as if they had been taken away.
 * https://docs.aws.amazon.com/IAM/latest/APIReference/API_SimulatePrincipalPolicy.html
 */
import type { PolicyIdentifier } from '@aws-sdk/client-iam'
import { isAwsManaged } from '../catalog/managed-policies'
import { serviceError } from '../errors'
import { matchesGlob, parseGlob } from '../match/wildcard'
import type { HeldPolicy } from './held-policies'

const policyTypes = [
  'inline',
  'permission-boundary',
  'aws-managed',
  'user-managed',
  'rcp',
  'scp',
]

export const policyExclusions = {
  list: true,
  members: {
    PolicyType: { oneOf: policyTypes },
    PolicyArn: { min: 20, max: 2048 },
    InlinePolicyIdentifier: {
      fields: {
        PolicyName: { required: true, min: 1, max: 128 },
        AttachmentType: { required: true, oneOf: ['group', 'role', 'user'] },
        AttachmentName: { required: true, min: 1, max: 128 },
      },
    },
  },
}

const invalid = (what: string) => serviceError('InvalidInput', what)

const ways = ['PolicyType', 'PolicyArn', 'InlinePolicyIdentifier'] as const

/** A star may stand once, a question mark as often as one likes. */
const isPattern = (text: string) => text.split('*').length <= 2

function check(identifier: PolicyIdentifier) {
  if (ways.filter((way) => identifier[way] !== undefined).length !== 1) {
    throw invalid(
      'A policy identifier must specify exactly one of PolicyType, PolicyArn, or InlinePolicyIdentifier.'
    )
  }
  const { PolicyArn: arn, InlinePolicyIdentifier: inline } = identifier
  if (arn !== undefined) {
    const name = /^arn:aws:iam::(?:aws|\d{12}):policy\/(.+)$/.exec(arn)?.[1]
    if (name === undefined || !isPattern(name)) throw invalid(`ARN ${arn} is not valid.`)
  }
  const name = inline?.AttachmentName
  if (name !== undefined && !(/^[\w+=,.@*?-]+$/.test(name) && isPattern(name))) {
    throw invalid(`Attachment name ${name} is not valid.`)
  }
}

const matches = (pattern: string, text: string) => matchesGlob(parseGlob(pattern), text)

function names(identifier: PolicyIdentifier, policy: HeldPolicy) {
  const { PolicyType: type, PolicyArn: arn, InlinePolicyIdentifier: inline } = identifier
  if (policy.arn !== undefined) {
    const own = isAwsManaged(policy.arn) ? 'aws-managed' : 'user-managed'
    return type === own || (arn !== undefined && matches(arn, policy.arn))
  }
  return (
    type === 'inline' ||
    (inline?.PolicyName === policy.name &&
      inline.AttachmentType === policy.kind &&
      matches(inline.AttachmentName ?? '', policy.entity))
  )
}

/** What stays. Throws at an identifier that cannot be one. */
export function exclusions(list: PolicyIdentifier[] = []) {
  list.forEach(check)
  const isLeftOut = (type: 'permission-boundary' | 'scp') =>
    list.some(({ PolicyType }) => PolicyType === type)
  return {
    keeps: (policy: HeldPolicy) => !list.some((identifier) => names(identifier, policy)),
    keepsBoundary: !isLeftOut('permission-boundary'),
    keepsOrganization: !isLeftOut('scp'),
  }
}
