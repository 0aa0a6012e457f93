import { expect, it } from 'vitest'
import type { PolicyKind } from '~/engine/policy/finding'
import { candidatesAt, servicesNeeded } from './candidates'
import { plainWords } from './plain-words'
import { spotAt } from './spot'

/** The caret is where `|` stands. */
function at(marked: string, kind: PolicyKind = 'identity') {
  const offset = marked.indexOf('|')
  const text = marked.replace('|', '')
  const spot = spotAt(text, offset)
  const typed = text.slice(spot.from, offset)
  const texts = candidatesAt(spot, typed, kind).map((each) => each.text)
  return { spot, typed, texts, needed: servicesNeeded(spot, typed) }
}

it('offers what the grammar allows', () => {
  expect(at('{|').texts).toEqual(['Version', 'Statement'])
  expect(at('{"|"', 'trust').texts).toEqual(['Version', 'Id', 'Statement'])
  expect(at('{"Version": "|').texts).toContain('2012-10-17')
  expect(at('{"Statement":[{"Effect":"|"').texts).toEqual(['Allow', 'Deny'])
  expect(at('{"Statement":{"Effect":"Allow","|').texts).toEqual([
    'Sid',
    'Action',
    'NotAction',
    'Resource',
    'NotResource',
    'Condition',
  ])
  expect(at('{"Statement":[{|}]}', 'trust').texts).not.toContain('Resource')
})

it('offers services, then the actions of one', () => {
  expect(at('{"Statement":[{"Action":"|"}]}').texts).toContain('s3:')
  const { texts, needed, spot } = at('{"Statement":[{"Action":["s3:Get|Object"]}]}')
  expect(texts).toContain('s3:GetObject')
  expect(texts).toContain('s3:*')
  expect(needed).toContain('s3')
  expect(spot.to - spot.from).toBe('s3:GetObject'.length)
})

it('offers the ARNs of what the actions act on', () => {
  const { texts } = at('{"Statement":[{"Action":"s3:GetObject","Resource":"|"}]}')
  expect(texts).toContain('arn:aws:s3:::{BucketName}/{ObjectName}')
  expect(texts).not.toContain('arn:aws:iam::{Account}:user/{UserNameWithPath}')
})

it('offers operators, keys and values of conditions', () => {
  const condition = (text: string) =>
    at(`{"Statement":[{"Action":"s3:*","Condition":{${text}}}]}`).texts
  expect(condition('"|"')).toContain('StringEquals')
  expect(condition('"ForAllValues:|"')).toContain('ForAllValues:StringLike')
  expect(condition('"StringEquals":{"|"}')).toEqual(
    expect.arrayContaining(['s3:prefix', 'aws:PrincipalArn', 'aws:PrincipalTag/{TagKey}'])
  )
  expect(condition('"Bool":{"aws:SecureTransport":"|"}')).toEqual(['true', 'false'])
  expect(condition('"StringEquals":{"s3:prefix":"|"}')).toEqual([])
})

it('offers principals by type', () => {
  const principal = (text: string) =>
    at(`{"Statement":[{"Principal":${text}`, 'trust').texts
  expect(principal('{"|"')).toContain('Federated')
  expect(principal('{"Service":"|"')).toEqual(['{ServiceName}.amazonaws.com'])
  expect(principal('"|"')).toEqual(['*'])
})

it('knows a bare word from a string, and offers nothing where nothing is known', () => {
  expect(at('{"Statement":[{Eff|').spot).toMatchObject({ quoted: false, at: 'key' })
  expect(at('{"Statement":[{"Sid":"|').texts).toEqual([])
  expect(at('{"Statement":[{"Effect":"Allow"|').texts).toEqual([])
  expect(at('{"Statement":[{"Effect":"Allow"}|').texts).toEqual([])
  expect(at('|').texts).toEqual([])
})

it.each([
  ['GetMFADevice', 'Get MFA device'],
  ['AssumeRoleWithSAML', 'Assume role with SAML'],
  ['PutObject', 'Put object'],
])('says %s as a person does', (name, words) => {
  expect(plainWords(name)).toBe(words)
})
