import fs from 'node:fs'
import { describe, expect, test } from 'vitest'
import { checkPolicies } from './check-policies'
import { loadScenario } from './load'
import { parseScenario, ScenarioError } from './schema'

const account = (rest: object) =>
  parseScenario({
    schema: 'understudy.scenario/v1',
    id: 'x',
    name: 'X',
    story: 'X',
    accounts: [{ id: '111122223333', ...rest }],
  })

const Statement = [{ Effect: 'Allow', Action: '*', Resource: '*' }]
const policies = [
  { name: 'Own', path: '/team/', document: { Version: '2012-10-17', Statement } },
]
const own = 'arn:aws:iam::111122223333:policy/team/Own'
const trust = {
  Version: '2012-10-17',
  Statement: [
    {
      Effect: 'Allow',
      Principal: { Service: 'ec2.amazonaws.com' },
      Action: 'sts:AssumeRole',
    },
  ],
}

test.each(fs.readdirSync('public/scenarios'))(
  '%s names policies that are there',
  async (file) => {
    const read = async (id: string): Promise<unknown> =>
      JSON.parse(fs.readFileSync(`public/scenarios/${id}.json`, 'utf8'))
    await checkPolicies(await loadScenario(file.replace('.json', ''), read))
  }
)

test('AWS’s policies go by name, with their path, and by ARN; own ones by name and ARN', async () => {
  const attached = [
    'ReadOnlyAccess',
    'AWSLambda_FullAccess',
    'service-role/AWSLambdaBasicExecutionRole',
    'arn:aws:iam::aws:policy/job-function/ViewOnlyAccess',
    'Own',
    own,
  ]
  const holder = { name: 'X', attached, boundary: 'Own' }
  await checkPolicies(
    account({
      policies: [...policies, { ...policies[0], name: 'Plain', path: undefined }],
      groups: [{ name: 'X', attached }],
      users: [holder],
      roles: [{ ...holder, trust, boundary: 'arn:aws:iam::111122223333:policy/Plain' }],
    })
  )
  await checkPolicies(account({}))
  const { accounts: _, ...none } = account({})
  await checkPolicies(none)
})

test('one of those that fill an account may be meant', async () => {
  const attached = ['arn:aws:iam::111122223333:policy/any']
  await checkPolicies(account({ fill: { policies: 3 }, users: [{ name: 'X', attached }] }))
})

describe('a policy that is not there is refused with its path', () => {
  const user = (rest: object) => ({ users: [{ name: 'A' }, { name: 'B', ...rest }] })
  test.each([
    [
      'attached to a user',
      user({ attached: ['ReadOnlyAccess', 'ReadOnlyAcess'] }),
      'accounts[0].users[1].attached[1]',
      'there is no policy ReadOnlyAcess',
    ],
    [
      'as a boundary',
      user({ boundary: 'Border' }),
      'accounts[0].users[1].boundary',
      'there is no policy Border',
    ],
    [
      'attached to a group',
      { groups: [{ name: 'G', attached: ['arn:aws:iam::aws:policy/None'] }] },
      'accounts[0].groups[0].attached[0]',
      'there is no policy arn:aws:iam::aws:policy/None',
    ],
    [
      'attached to a role',
      { policies, roles: [{ name: 'R', trust, attached: [`${own}er`] }] },
      'accounts[0].roles[0].attached[0]',
      `there is no policy ${own}er`,
    ],
    [
      'of a service-linked role',
      user({ attached: ['aws-service-role/AWSSupportServiceRolePolicy'] }),
      'accounts[0].users[1].attached[0]',
      'aws-service-role/AWSSupportServiceRolePolicy belongs to a service-linked role',
    ],
  ])('%s', async (_, given, path, reason) => {
    await expect(checkPolicies(account(given))).rejects.toEqual(
      new ScenarioError(path, reason)
    )
  })
})
