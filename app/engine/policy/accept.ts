/**
 * The service's own refusals of a policy document, in its words; `undefined` when it takes the
 * document. https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_policies.html
 */
import {
  refuseIdentityPolicy,
  refuseSessionPolicy,
  refuseSimulatedPolicy,
} from './accept/identity'
import { type Refusal, refusal } from './accept/refusal'
import { NOT_JSON, refuseBucketPolicy } from './accept/resource'
import { refuseTrustPolicy } from './accept/trust'
import type { PolicyKind } from './finding'
import { Memo } from './memo'
import { type JsonNode, parseJson } from './parse'

const NOT_JSON_IDENTITY = 'Syntax errors in policy.'
const NOT_JSON_TRUST = 'This policy contains invalid Json'

export const rejectIdentityPolicy = (text: string) =>
  messageFor(text, NOT_JSON_IDENTITY, refuseIdentityPolicy)

export const rejectSessionPolicy = (text: string) =>
  messageFor(text, NOT_JSON_IDENTITY, refuseSessionPolicy)

export const rejectSimulatedPolicy = (text: string) =>
  messageFor(text, NOT_JSON_IDENTITY, refuseSimulatedPolicy)

export const rejectTrustPolicy = (text: string) => trustRefusals.get(text).message

/** Scripts give many roles one and the same trust policy. */
const trustRefusals = new Memo<{ message?: string }>((text) => {
  const message = messageFor(text, NOT_JSON_TRUST, refuseTrustPolicy)
  return message === undefined ? {} : { message }
}, 100)

/** Messages of S3, the one service here whose resources have policies. */
export function rejectResourcePolicy(text: string, bucket?: string) {
  if (!text.startsWith('{')) return NOT_JSON
  return messageFor(text, NOT_JSON, (root) => refuseBucketPolicy(root, bucket))
}

function messageFor(
  text: string,
  notJson: string,
  refuse: (root: JsonNode) => Refusal | undefined
) {
  const parsed = parseJson(text)
  return parsed.ok ? refuse(parsed.root)?.message : notJson
}

/** The refusal and its place, for kinds whose service is known. */
export function refuse(root: JsonNode, kind: PolicyKind, resourceType?: string) {
  if (kind === 'identity') return refuseIdentityPolicy(root)
  if (kind === 'trust') return refuseTrustPolicy(root)
  if (kind === 'resource' && resourceType === BUCKET) return refuseBucketPolicy(root)
  return root.type === 'object' ? undefined : refusal('Syntax errors in policy.', root)
}

const BUCKET = 'AWS::S3::Bucket'

/** What the service says of text that is not JSON. */
export function notJsonMessage(kind: PolicyKind, resourceType?: string) {
  if (kind === 'resource' && resourceType === BUCKET) return NOT_JSON
  return kind === 'trust' ? NOT_JSON_TRUST : NOT_JSON_IDENTITY
}

/** S3 looks at the first byte before it reads on, the others pass over white space. */
export const isMissingBrace = (text: string, kind: PolicyKind, resourceType?: string) =>
  kind === 'resource' && resourceType === BUCKET && !text.startsWith('{')
