/** Good documents of all kinds, to be spoiled. */
import type { PolicyKind } from '../finding'
import {
  bucket,
  github,
  identity,
  policy,
  provider,
  rcp,
  role,
  trust,
  user,
  when,
} from '../spec-checks/case'

type Good = { kind: PolicyKind; document: unknown }

const s3 = ['arn:aws:s3:::inbox', 'arn:aws:s3:::inbox/*']

const identities = [
  identity(),
  identity({
    Action: ['s3:Get*', 's3:ListBucket', 'iam:PassRole'],
    Resource: '*',
    Sid: 'Read',
  }),
  identity({ Action: undefined, NotAction: ['iam:*', 'sts:*'], Resource: '*' }),
  identity({ Effect: 'Deny', Resource: undefined, NotResource: s3 }),
  identity({ Resource: "arn:aws:s3:::inbox/${aws:username, 'none'}/*" }, { Id: 'one' }),
  when({
    StringLike: { 's3:prefix': ['a/*', '${aws:userid}'], 'aws:PrincipalTag/team': '?*' },
    IpAddress: { 'aws:SourceIp': ['203.0.113.0/24', '2001:db8::/32'] },
    DateGreaterThan: { 'aws:CurrentTime': '2026-01-01T00:00:00Z' },
    NumericLessThanEquals: { 'aws:MultiFactorAuthAge': 3600 },
    BoolIfExists: { 'aws:SecureTransport': true },
    Null: { 'aws:SourceVpce': 'true' },
    'ForAllValues:StringEquals': { 'aws:TagKeys': ['a', 'b'] },
    ArnNotLike: { 'aws:PrincipalArn': role },
  }),
  policy({ Effect: 'Allow', Action: 'lambda:InvokeFunction', Resource: '*' }),
]

const trusts = [
  trust(),
  trust({ Principal: { AWS: ['123456789012', role], Service: 'ec2.amazonaws.com' } }),
  trust({ Condition: { StringEquals: { 'sts:ExternalId': 'x' } } }),
  provider({ Condition: { StringLike: { [`${github}:sub`]: 'repo:acorn/app:*' } } }),
]

const buckets = [
  bucket({ Resource: s3, Action: 's3:*' }),
  bucket({
    Principal: '*',
    Effect: 'Deny',
    Condition: { Bool: { 'aws:SecureTransport': 'false' } },
  }),
  bucket({ Principal: undefined, NotPrincipal: { AWS: user }, Effect: 'Deny' }),
]

const of = (kind: PolicyKind, documents: unknown[]): Good[] =>
  documents.map((document) => ({ kind, document }))

export const corpus: Good[] = [
  ...of('identity', identities),
  ...of('trust', trusts),
  ...of('resource', buckets),
  ...of('scp', [identity({ Action: '*', Resource: '*' }), identities[2], identities[5]]),
  ...of('rcp', [
    rcp(),
    rcp({
      Condition: { StringNotEqualsIfExists: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } },
    }),
  ]),
]
