import { expect, test } from 'vitest'
import { HOME, specCloud } from '../spec-cloud'
import { anyoneOf, strangerByArn, strangerNamed, strangerWith, textOf } from './strangers'

const world = specCloud().cloud.world
const OUT = '999988887777'
const iam = (resource: string, account = OUT) => `arn:aws:iam::${account}:${resource}`
const arnOf = (kind: string, text: string) =>
  strangerNamed(world, kind, text)?.principal.arn

test.each([
  ['AWS', '*', iam('user/understudy-probe', '000000000000')],
  ['AWS', OUT, iam('user/understudy-probe')],
  ['AWS', iam('root'), iam('user/understudy-probe')],
  ['AWS', iam('user/a/Ann'), iam('user/a/Ann')],
  ['AWS', iam('role/a/R'), `arn:aws:sts::${OUT}:assumed-role/R/understudy-probe`],
  ['AWS', `arn:aws:sts::${OUT}:assumed-role/R/me`, `arn:aws:sts::${OUT}:assumed-role/R/me`],
  ['AWS', `arn:aws:sts::${OUT}:federated-user/F`, `arn:aws:sts::${OUT}:federated-user/F`],
  ['Federated', iam('saml-provider/Corp'), iam('saml-provider/Corp')],
  ['Federated', 'accounts.google.com', 'accounts.google.com'],
])('%s %s stands for %s', (kind, text, arn) => {
  expect(arnOf(kind, text)).toBe(arn)
})

test.each([
  ['AWS', 'AIDAEXAMPLEOFAUSERGONE'],
  ['AWS', `arn:aws:sts::${OUT}:assumed-role/R`],
  ['AWS', iam('group/G')],
  ['AWS', 'arn:aws:iam::*:user/Ann'],
  ['Service', 'ec2.amazonaws.com'],
])('%s %s is nobody', (kind, text) => {
  expect(strangerNamed(world, kind, text)).toBeUndefined()
})

test('a condition may say who it has to be', () => {
  const anyone = anyoneOf(world)
  const ann = iam('user/Ann')
  expect(strangerWith(world, anyone, { 'aws:PrincipalArn': ann })).toEqual(
    strangerByArn(world, ann)
  )
  expect(strangerWith(world, anyone, { 'aws:PrincipalAccount': [HOME] })).toEqual(
    anyoneOf(world, HOME)
  )
  expect(strangerWith(world, anyone, {})).toBe(anyone)
})

test('a key is found in whatever case', () => {
  expect(textOf({ 'AWS:sourceip': ['1', '2'] }, 'aws:sourceip')).toBe('1')
  expect(textOf({}, 'aws:sourceip')).toBeUndefined()
})
