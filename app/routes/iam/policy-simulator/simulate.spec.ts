import { expect, test } from 'vitest'
import { freshDraft, resourcesOf, withActions, wordsOf } from './draft'
import { permissionWords } from './permission-words'
import { callsOf, countOf, rowsFor, rowsOf } from './simulate'

const [GET, PUT] = ['s3:GetObject', 's3:PutObject']
const HERE = 'arn:aws:s3:::here/*'
const arn = 'arn:aws:iam::111122223333:user/Ann'

test('actions that are added stand there once, whatever their case', () => {
  expect(withActions([GET], wordsOf('S3:getobject, s3:PutObject\ns3:PutObject'))).toEqual([
    GET,
    PUT,
  ])
})

test('an action has resources of its own, or those of all', () => {
  const draft = {
    ...freshDraft,
    resources: `${HERE}\n`,
    own: { [PUT]: 'arn:aws:s3:::b/*' },
  }
  expect(resourcesOf(draft, GET)).toEqual([HERE])
  expect(resourcesOf(draft, PUT)).toEqual(['arn:aws:s3:::b/*'])
})

test('a call is made for each set of resources', () => {
  const draft = {
    ...freshDraft,
    actions: [GET, PUT, 'iam:ListUsers'],
    own: { [PUT]: HERE },
  }
  expect(callsOf({ arn, held: [] }, draft, [])).toEqual([
    {
      operation: 'SimulatePrincipalPolicy',
      input: { PolicySourceArn: arn, ActionNames: [GET, 'iam:ListUsers'] },
    },
    {
      operation: 'SimulatePrincipalPolicy',
      input: { PolicySourceArn: arn, ActionNames: [PUT], ResourceArns: [HERE] },
    },
  ])
})

test('new policies are simulated by themselves', () => {
  const draft = { ...freshDraft, texts: ['{}'], actions: [GET], owner: ' 111122223333 ' }
  expect(callsOf('new', draft, [])).toEqual([
    {
      operation: 'SimulateCustomPolicy',
      input: { PolicyInputList: ['{}'], ActionNames: [GET], ResourceOwner: '111122223333' },
    },
  ])
})

test('what was answered fills the rows of its action, one for each resource', () => {
  const result = {
    EvalActionName: GET,
    EvalResourceName: 'arn:aws:s3:::${BucketName}/${KeyName}',
    EvalDecision: 'implicitDeny' as const,
    OrganizationsDecisionDetail: { AllowedByOrganizations: true },
    ResourceSpecificResults: [
      { EvalResourceName: 'a', EvalResourceDecision: 'allowed' as const },
      {
        EvalResourceName: 'b',
        EvalResourceDecision: 'implicitDeny' as const,
        MissingContextValues: ['aws:SourceIp'],
        PermissionsBoundaryDecisionDetail: { AllowedByPermissionsBoundary: false },
      },
    ],
  }
  const common = { action: GET, statements: [], organization: true }
  expect(rowsOf(result)).toEqual([
    { ...common, resource: 'a', permission: 'allowed', missing: [] },
    {
      ...common,
      resource: 'b',
      permission: 'implicitDeny',
      missing: ['aws:SourceIp'],
      boundary: false,
    },
  ])
  const rows = rowsFor({ ...freshDraft, actions: [GET, PUT] }, [result])
  expect(rows.map(({ action, permission }) => [action, permission])).toEqual([
    [GET, 'allowed'],
    [GET, 'implicitDeny'],
    [PUT, undefined],
  ])
  expect(countOf(rows)).toEqual({ actions: 2, allowed: 1, denied: 1 })
})

const row = { action: GET, resource: '*', missing: [] }

test.each([
  [{ ...row, permission: 'allowed' as const, statements: [{}] }, '1 matching statement.'],
  [
    { ...row, permission: 'implicitDeny' as const, statements: [] },
    'Implicitly denied (no matching statements).',
  ],
  [
    { ...row, permission: 'explicitDeny' as const, statements: [{}, {}] },
    'Explicitly denied (2 matching statements).',
  ],
  [{ ...row, statements: [] }, ''],
])('a permission has its reason in words', (given, reason) => {
  expect(permissionWords(given).reason).toBe(reason)
})
