/** Worlds for the pages of reports: analyzers, an organization, a partner's request. */
import type { Understudy } from './kit'
import { statement } from './utils'

export const AWAY = '444455556666'

export const REQUEST = 'dr-0123456789abcdef'

/** Of the analyzer `Outside`, about the role `Partner`. */
export const FINDING = '7f2a45a2-cf7d-445e-87bb-a8c3e79cf17f'

export const trusting = (account: string) =>
  JSON.stringify(
    statement({
      Principal: { AWS: `arn:aws:iam::${account}:root` },
      Action: 'sts:AssumeRole',
    })
  )

const partner = { RoleName: 'Partner', AssumeRolePolicyDocument: trusting(AWAY) }

/** Who outside may assume `Partner` is found by `Outside`; nothing is unused yet. */
export async function createAnalyzers(u: Understudy) {
  await u.call('iam:CreateRole', partner, 'user/Admin')
  const outside = { analyzerName: 'Outside', type: 'ACCOUNT' }
  const unused = { analyzerName: 'Unused', type: 'ACCOUNT_UNUSED_ACCESS' }
  await u.call('access-analyzer:CreateAnalyzer', outside, 'user/Admin')
  await u.call('access-analyzer:CreateAnalyzer', unused, 'user/Admin')
}

const document = (Effect: string, Action: string) => ({
  Version: '2012-10-17',
  Statement: [{ Effect, Action, Resource: '*' }],
})

const everything = { name: 'FullAWSAccess', document: document('Allow', '*') }

/** `stuart-with-role` as the management account of an organization, with a member. */
export const managing = {
  extends: 'stuart-with-role',
  accounts: [{ id: AWAY, name: 'Production', password: 'Owner-2026-root' }],
  organization: {
    id: 'o-games123456',
    managementAccount: '111122223333',
    accounts: { '111122223333': [], [AWAY]: ['ou-prod'] },
    scps: {
      root: [everything],
      'ou-prod': [everything, { name: 'Guardrails', document: document('Deny', 's3:*') }],
      [AWAY]: [everything],
    },
  },
  delegationRequests: [
    {
      id: REQUEST,
      account: '111122223333',
      description: 'Sets up monitoring',
      requestor: '999999999999',
      requestorName: 'Northwind Monitoring',
      policy: document('Allow', 'iam:CreateRole'),
      sessionDuration: 7200,
    },
  ],
}
