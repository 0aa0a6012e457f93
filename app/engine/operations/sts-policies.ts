/**
 * Session policies, and how much room they and the tags take in a session.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies.html#policies_session
 */
import { managedPolicyDocument } from '../catalog/managed-policies'
import { noSuchEntity, serviceError } from '../errors'
import type { Account, Tag } from '../model'
import { managedDocument } from '../policies-of'
import { rejectSessionPolicy } from '../policy/accept'
import { type PolicyDocument, toList } from '../policy/document'

export type Given = { Policy?: string; PolicyArns?: { arn?: string }[] }

export const arnsOf = ({ PolicyArns = [] }: Given) =>
  PolicyArns.flatMap(({ arn }) => arn ?? [])

/** Before anything is asked of the role: what the call brings has to be a policy. */
export function checkSessionPolicy({ Policy }: Given) {
  if (Policy === undefined) return
  const message = rejectSessionPolicy(Policy) ?? shortArn(Policy)
  if (message) throw serviceError('MalformedPolicyDocument', message)
}

/**
 * Elsewhere an ARN may leave out its last fields; here it may not.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html
 */
function shortArn(text: string) {
  // taken by the check before, so it has the grammar's shape
  const { Statement } = JSON.parse(text) as PolicyDocument
  const short = toList(Statement)
    .flatMap(({ Resource, NotResource }) => [...toList(Resource), ...toList(NotResource)])
    .find((arn) => arn !== '*' && arn.split(':').length < 6)
  return short && `Resource ${short} must be in ARN format or "*".`
}

/** Managed ones are the role's account's, or AWS's. */
export function sessionPolicies(owner: Account, given: Given) {
  const policyArns = arnsOf(given)
  const managed = policyArns.map((arn) => {
    const document = managedDocument(owner, arn) ?? managedPolicyDocument(arn)
    if (document === undefined) throw noSuchEntity(`Policy ${arn} was not found.`)
    return document
  })
  const inline = given.Policy === undefined ? [] : [given.Policy]
  return {
    policies: [...inline, ...managed],
    ...(policyArns.length > 0 ? { policyArns } : {}),
  }
}

/** Characters of plain text that a session has room for. */
const ROOM = 2048

/**
 * Per cent of the room. AWS packs the text in a way of its own; we count its characters.
 * https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html#API_AssumeRole_Errors
 */
export function packedSize(given: Given, tags: Pick<Tag, 'Key' | 'Value'>[] = []) {
  const policies = [given.Policy ?? '', ...arnsOf(given)].join('').length
  const inTags = tags.map(({ Key, Value }) => Key + Value).join('').length
  const percent = (size: number) => Math.ceil((100 * size) / ROOM)
  if (percent(policies) > 100) {
    throw tooLarge(
      `Packed policy consumes ${percent(policies)}% of allotted space, please use smaller policy.`
    )
  }
  if (percent(policies + inTags) > 100) {
    throw tooLarge(
      `Packed size of session tags consumes ${percent(policies + inTags)}% of allotted space.`
    )
  }
  return percent(policies + inTags)
}

const tooLarge = (message: string) => serviceError('PackedPolicyTooLarge', message)

/** In an answer only where there was something to pack. */
export const packed = (percent: number) =>
  percent > 0 ? { PackedPolicySize: percent } : {}
