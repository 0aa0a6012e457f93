/** Documents by which the published checks are tried, and what a case of them looks like. */
import type { PolicyKind } from '../finding'
import type { FindingId } from '../findings'
import type { ValidateOptions } from '../validate'

export type Json = Record<string, unknown>

export type Case = {
  id: FindingId
  kind?: PolicyKind
  /** A document, or the text of what is none. */
  has: unknown
  /** The part of the document that is marked. */
  at: unknown
  message: string
  /** All but the same, and not to blame. */
  hasNot: unknown
  options?: ValidateOptions
}

export const policy = (statement: unknown, rest: Json = {}): Json => ({
  Version: '2012-10-17',
  Statement: statement,
  ...rest,
})

export const user = 'arn:aws:iam::123456789012:user/stuart'
export const role = 'arn:aws:iam::123456789012:role/Reader'
export const github = 'token.actions.githubusercontent.com'
export const saml = 'arn:aws:iam::123456789012:saml-provider/Corp'

const reads = { Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::inbox/*' }

export const identity = (change: Json = {}, rest: Json = {}) =>
  policy([{ ...reads, ...change }], rest)

export const when = (condition: Json, change: Json = {}) =>
  identity({ ...change, Condition: condition })

export const statement = (change: Json = {}) => ({ ...reads, ...change })

const trusts = { Effect: 'Allow', Principal: { AWS: user }, Action: 'sts:AssumeRole' }

export const trust = (change: Json = {}) => policy([{ ...trusts, ...change }])

const opens = { ...reads, Principal: { AWS: user } }

export const bucket = (change: Json = {}) => policy([{ ...opens, ...change }])

export const service = (condition?: Json) =>
  bucket({ Principal: { Service: 'cloudtrail.amazonaws.com' }, Condition: condition })

const denies = { Effect: 'Deny', Principal: '*', Action: 's3:*', Resource: '*' }

export const rcp = (change: Json = {}) => policy([{ ...denies, ...change }])

export const provider = (change: Json = {}) =>
  trust({
    Principal: { Federated: github },
    Action: 'sts:AssumeRoleWithWebIdentity',
    ...change,
  })

export const onBucket = { resourceType: 'AWS::S3::Bucket' }
