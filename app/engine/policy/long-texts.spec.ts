import { beforeAll, expect, it } from 'vitest'

import { loadServiceAuthorization } from '../catalog/service-authorization'
import type { PolicyKind } from './finding'
import { identity, policy, statement, when } from './spec-checks/case'
import { validatePolicy } from './validate'

/** As long as IAM takes: https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreatePolicy.html */
const LONGEST = 131_072

const fill = <T>(make: (at: number) => T): T[] => {
  const length = JSON.stringify(make(10_000)).length + 1
  return Array.from({ length: Math.floor((LONGEST - 200) / length) }, (_, at) => make(at))
}

const keys = Object.fromEntries(
  fill((at) => `aws:PrincipalTag/k${at}`).map((key) => [key, '*'])
)

const documents: [string, unknown][] = [
  ['wildcards for a service', identity({ Action: fill((at) => `*:a${at}`) })],
  ['mistyped actions', identity({ Action: fill((at) => `ec2:RunInstance${at}`) })],
  ['unknown services', identity({ Action: fill((at) => `zz${at}:x`) })],
  ['an action of stars', identity({ Action: `s3:${'*a'.repeat(65_000)}` })],
  ['open ARNs', identity({ Resource: fill((at) => `arn:aws:ec2:*:*:*${at}*x`) })],
  ['an ARN of stars', identity({ Resource: `arn:aws:ec2:*:*:${'i*'.repeat(65_000)}` })],
  [
    'variables without an end',
    identity({ Resource: `arn:aws:s3:::${'${'.repeat(60_000)}` }),
  ],
  ['statements', policy(fill((at) => statement({ Sid: `a${at}` })))],
  ['condition keys', when({ StringLike: keys })],
  ['addresses', when({ IpAddress: { 'aws:SourceIp': fill((at) => `10.0.${at}.1`) } })],
]

beforeAll(() => loadServiceAuthorization())

it.each(documents)(
  'as many %s as a text can hold are answered',
  { timeout: 60_000 },
  (_, document) => {
    const text = JSON.stringify(document, null, 1)
    for (const kind of [
      'identity',
      'trust',
      'resource',
      'scp',
      'rcp',
    ] satisfies PolicyKind[])
      expect(validatePolicy(text, kind).length).toBeGreaterThan(0)
  }
)
