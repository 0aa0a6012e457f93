import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { serviceOf } from '~/engine/catalog/service-authorization'
import { addStatements } from './add-statements'
import { anyOf, fillTemplate, intersect, parseTemplate, readable } from './arn-template'
import { variablesOf } from './arn-template'
import { type Block, freshBlock } from './block'
import { resourcesOf, unmetText } from './block-resources'
import { chosenNames, namesOfLevel, withLevel, withoutActions } from './choose-actions'
import { toTemplate, toYaml } from './cloudformation'
import {
  fitsForm,
  formProblems,
  freshForm,
  isMfa,
  mfaCondition,
  toCondition,
  toForm,
} from './conditions'

function s3() {
  const service = serviceOf('s3')
  if (!service) throw new Error('S3 is always loaded')
  return service
}

const OBJECT = 'arn:${Partition}:s3:::${BucketName}/${ObjectName}'
const ROLE = 'arn:${Partition}:iam::${Account}:role/${RoleNameWithPath}'

describe('an ARN as a form', () => {
  test('has a field for all but its partition', () => {
    expect(variablesOf(ROLE)).toEqual(['Account', 'RoleNameWithPath'])
    expect(readable('RoleNameWithPath')).toBe('role name with path')
  })

  test('is read into its fields, or not at all', () => {
    expect(parseTemplate(OBJECT, 'arn:aws:s3:::b/k/l')).toEqual(['b', 'k/l'])
    expect(parseTemplate(OBJECT, 'arn:aws:s3:::b')).toBeUndefined()
    expect(parseTemplate(ROLE, 'arn:aws:iam::1:user/x')).toBeUndefined()
  })

  test('any is one with wildcards in this account', () => {
    expect(anyOf(ROLE, '111122223333')).toBe('arn:aws:iam::111122223333:role/*')
    expect(anyOf(OBJECT, '111122223333')).toBe('arn:aws:s3:::*/*')
  })

  test('comes back as it was filled in', () => {
    const name = fc.stringMatching(/^[a-z0-9*-]*$/)
    fc.assert(
      fc.property(name, name, (bucket, key) => {
        const values = [bucket, key]
        expect(parseTemplate(OBJECT, fillTemplate(OBJECT, values))).toEqual(values)
      })
    )
  })

  test.each([
    ['a*', '*b', true],
    ['a?c', 'abc', true],
    ['a*', 'b*', false],
    ['', '**', true],
    ['arn:aws:s3:::team-*', 'arn:*:s3:::*/*', true],
    ['abc', 'ab', false],
  ])('%s and %s meet: %s', (a, b, meet) => {
    expect(intersect(a, b)).toBe(meet)
    expect(intersect(b, a)).toBe(meet)
  })
})

describe('actions', () => {
  test('of a level are written with wildcards that cover nothing else', () => {
    const entries = withLevel(s3(), ['PutObject'], 'Read')
    const names = new Set(['PutObject', ...namesOfLevel(s3(), 'Read')])
    expect(chosenNames(s3(), entries)).toEqual(names)
    expect(entries.length).toBeLessThan(15)
  })

  test('give up a wildcard when one that it covers is taken out', () => {
    const entries = withoutActions(s3(), ['GetObjectT*', 'PutObject'], ['GetObjectTagging'])
    expect(entries).toEqual(['GetObjectTorrent', 'PutObject'])
  })

  test('of any choice change by what was ticked and nothing else', () => {
    const entry = fc.constantFrom('*', 'Get*', 'List*', 'PutObject', 'Gone')
    const level = fc.constantFrom('List', 'Read', 'Write', 'Tagging' as const)
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 3 }), level, (entries, of) => {
        const before = chosenNames(s3(), entries)
        const names = namesOfLevel(s3(), of)
        const more = withLevel(s3(), entries, of)
        expect(chosenNames(s3(), more)).toEqual(new Set([...before, ...names]))
        const less = withoutActions(s3(), entries, names)
        const left = [...before].filter((name) => !names.includes(name))
        expect(chosenNames(s3(), less)).toEqual(new Set(left))
        for (const each of [more, less])
          expect(each.includes('Gone')).toBe(entries.includes('Gone'))
      }),
      { numRuns: 50 }
    )
  })
})

describe('resources', () => {
  const block = (actions: string[], resources: string[]): Block => ({
    ...freshBlock(0),
    service: 's3',
    actions,
    resources,
  })
  const shown = (actions: string[], resources: string[]) => {
    const { rows, ...rest } = resourcesOf(s3(), block(actions, resources))
    return {
      rows: rows.map(({ type, arns, unmet }) => [type.name, arns.length, unmet.length]),
      ...rest,
    }
  }

  test('are asked for by the types that the actions take', () => {
    expect(shown(['ListBucket', 'DeleteObject'], ['arn:aws:s3:::a']).rows).toContainEqual([
      'bucket',
      1,
      0,
    ])
    expect(shown(['DeleteObject'], []).rows).toContainEqual(['object', 0, 1])
  })

  test('of a bucket reach its objects by a wildcard only', () => {
    expect(shown(['DeleteObject'], ['arn:aws:s3:::a']).others).toEqual(['arn:aws:s3:::a'])
    expect(shown(['DeleteObject'], ['arn:aws:s3:::a*']).rows).toContainEqual([
      'object',
      0,
      0,
    ])
  })

  test('are none for some actions', () => {
    expect(shown(['ListAllMyBuckets'], []).unscoped).toEqual(['ListAllMyBuckets'])
  })

  test('that are missing are named', () => {
    expect(unmetText('bucket', ['A'])).toBe('Specify bucket resource ARN for the A action.')
    expect(unmetText('bucket', ['A', 'B', 'C'])).toBe(
      'Specify bucket resource ARN for the A and 2 more actions.'
    )
  })
})

test('a condition comes back as its form had it', () => {
  const condition = {
    operator: 'ForAnyValue:StringLikeIfExists',
    key: 'a:b',
    values: ['x'],
  }
  expect(toCondition(toForm(condition))).toEqual(condition)
  expect(isMfa(mfaCondition)).toBe(true)
  expect(isMfa({ ...mfaCondition, operator: 'Bool' })).toBe(false)
  expect(
    [['a b'], [' a'], [''], ['a\nb'], [true]].map((values) =>
      fitsForm({ ...condition, values })
    )
  ).toEqual([true, false, false, false, true])
  const form = { ...freshForm, key: 'A:B', operator: 'Null', ifExists: true }
  expect(Object.keys(formProblems(form, []))).toEqual(['ifExists', 'values'])
  const same = { ...toForm(condition), key: 'A:B' }
  expect(Object.keys(formProblems(same, [condition]))).toEqual(['key'])
})

describe('an import', () => {
  const text = (...Statement: object[]) => JSON.stringify({ Statement })
  const one = { Sid: 'A', Effect: 'Allow', Action: 's3:*', Resource: '*' }

  test('adds statements, under names that are free', () => {
    const added = addStatements(text(one), text(one, { ...one, Sid: 'B' }))
    expect(added.ok && JSON.parse(added.text)).toEqual({
      Statement: [one, { ...one, Sid: 'A1' }, { ...one, Sid: 'B' }],
    })
  })

  test('takes the place of the skeleton', () => {
    const blank = { Effect: 'Allow', Action: [], Resource: [] }
    const added = addStatements(text(blank), text(one))
    expect(added.ok && JSON.parse(added.text)).toEqual({ Statement: [one] })
  })

  test('leaves text alone that is no JSON', () => {
    expect(addStatements('{', text(one))).toEqual({
      ok: false,
      reason: 'Fix the JSON syntax error at line 1, column 2 first.',
    })
  })
})

test('a template is the policy as a resource, in YAML too', () => {
  const Statement = [{ Effect: 'Allow', Action: ['s3:Get*'], Resource: '*', Condition: {} }]
  const template = toTemplate({ Version: '2012-10-17', Statement }, 'P', {
    type: 'User',
    name: 'Stuart',
  })
  expect(toYaml(template)).toBe(`AWSTemplateFormatVersion: "2010-09-09"
Resources:
  UserPolicy:
    Type: AWS::IAM::UserPolicy
    Properties:
      UserName: Stuart
      PolicyName: P
      PolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Action:
              - "s3:Get*"
            Resource: "*"
            Condition: {}
`)
})
