/** What the engine's part of the benchmark measures, built on its own so that it runs bare. */
import { authorize } from '../../app/engine/evaluate/authorize'
import type { AuthorizationRequest, PolicySet } from '../../app/engine/evaluate/decision'

const account = '111122223333'
const user = `arn:aws:iam::${account}:user/Stuart`
const role = `arn:aws:iam::${account}:role/RoleS3FullAccess`
const session = `arn:aws:sts::${account}:assumed-role/RoleS3FullAccess/Stuart`

const allow = (
  Action: string | string[],
  Resource: string | string[],
  rest: object = {}
) => ({
  Effect: 'Allow',
  Action,
  Resource,
  ...rest,
})

const policy = (...Statement: object[]) =>
  ({ Version: '2012-10-17', Statement }) as PolicySet['identity'][number]

const getObject = (principal: AuthorizationRequest['principal']): AuthorizationRequest => ({
  principal,
  action: 's3:GetObject',
  resource: { arn: 'arn:aws:s3:::finance-reports/2025/q4.csv', account },
  context: { 'aws:SecureTransport': 'true', 'aws:PrincipalTag/team': 'finance' },
})

const asUser = { type: 'user', arn: user, account } as const
const asRole = { type: 'role-session', arn: session, account, role } as const

const services = ['ec2', 's3', 'iam', 'sqs', 'sns', 'kms', 'lambda']

const fifty = Array.from({ length: 50 }, (_, index) => {
  const service = services[index % services.length] ?? 's3'
  const resource = service === 's3' ? `arn:aws:s3:::team-${index}/*` : '*'
  return allow([`${service}:Get*`, `${service}:List*`], resource, {
    Condition: { StringEquals: { 'aws:PrincipalTag/team': `team-${index}` } },
  })
})

export type Case = { name: string; request: AuthorizationRequest; policies: PolicySet }

export const cases: Case[] = [
  {
    name: 'one statement',
    request: getObject(asUser),
    policies: {
      identity: [policy(allow('s3:GetObject', 'arn:aws:s3:::finance-reports/*'))],
    },
  },
  {
    name: 'a role with AmazonS3FullAccess',
    request: getObject(asRole),
    policies: { identity: [policy(allow(['s3:*', 's3-object-lambda:*'], '*'))] },
  },
  {
    name: '50 statements with conditions',
    request: getObject(asUser),
    policies: {
      identity: [policy(...fifty, allow('s3:GetObject', 'arn:aws:s3:::finance-reports/*'))],
    },
  },
  {
    name: '50 that differ in a condition',
    request: getObject(asUser),
    policies: {
      identity: [
        policy(
          ...Array.from({ length: 50 }, (_, index) =>
            allow('s3:Get*', '*', {
              Condition: { StringEquals: { 'aws:PrincipalTag/team': `team-${index}` } },
            })
          ),
          allow('s3:GetObject', 'arn:aws:s3:::finance-reports/*')
        ),
      ],
    },
  },
  {
    name: '20 attached policies',
    request: getObject(asUser),
    policies: {
      identity: [
        ...Array.from({ length: 19 }, (_, index) =>
          policy(
            allow(`${services[index % services.length]}:*`, `arn:aws:s3:::team-${index}/*`)
          )
        ),
        policy(allow('s3:GetObject', '*')),
      ],
    },
  },
  {
    name: 'a trust policy with conditions',
    request: {
      principal: asUser,
      action: 'sts:AssumeRole',
      resource: { arn: role, account },
      context: { 'aws:MultiFactorAuthPresent': 'true', 'sts:RoleSessionName': 'Stuart' },
    },
    policies: {
      identity: [policy(allow('sts:AssumeRole', role))],
      trust: policy({
        Effect: 'Allow',
        Principal: { AWS: `arn:aws:iam::${account}:root` },
        Action: 'sts:AssumeRole',
        Condition: {
          Bool: { 'aws:MultiFactorAuthPresent': 'true' },
          StringLike: { 'sts:RoleSessionName': 'Stu*' },
        },
      }),
    },
  },
]

/** Work of a known kind to hold the others against: a small policy through `JSON.parse`. */
const text = JSON.stringify(policy(allow('s3:GetObject', 'arn:aws:s3:::finance-reports/*')))
export const yardstick = () => JSON.parse(text)

export const decide = ({ request, policies }: Case) => authorize(request, policies)
