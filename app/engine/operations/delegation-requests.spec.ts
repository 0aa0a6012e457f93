/** https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies-temporary-delegation.html */
import { describe, expect, test } from 'vitest'
import type { DelegationRequest } from '../model'
import { allow, AWAY, document, HOME, refusal, rootArn, userArn } from '../spec-cloud'
import { stsCloud, user } from './sts-spec-cloud'

const DelegationRequestId = 'dr-0123456789abcdef'
const at = { DelegationRequestId }
const arn = `arn:aws:iam::${HOME}:delegation-request/${DelegationRequestId}`

async function delegationCloud(
  more: Partial<DelegationRequest> = {},
  setUp: Parameters<typeof stsCloud>[0] = {}
) {
  const spec = await stsCloud(setUp)
  const now = spec.now()
  const request: DelegationRequest = {
    id: DelegationRequestId,
    state: 'UNASSIGNED',
    description: 'Sets up monitoring',
    requestor: '999999999999',
    policy: allow('iam:CreateRole'),
    sessionDuration: 3600,
    created: now,
    updated: now,
    expires: '2026-02-15T09:00:00.000Z',
    ...more,
  }
  spec.cloud.replace({
    ...spec.cloud.world,
    delegationRequests: { [DelegationRequestId]: request },
  })
  const { iam } = spec.keys
  const state = async () => (await iam.getDelegationRequest(at)).DelegationRequest?.State
  return { ...spec, iam, state }
}

describe('a delegation request', () => {
  test('is taken up, sent on, accepted and answered', async () => {
    const { cloud, iam, later, root, state } = await delegationCloud()
    expect(await state()).toBe('UNASSIGNED')
    expect((await iam.listDelegationRequests()).DelegationRequests).toEqual([])
    await iam.associateDelegationRequest(at)
    await iam.associateDelegationRequest(at)
    later(60)
    expect(await iam.updateDelegationRequest({ ...at, Notes: 'please' })).toEqual({})
    expect(await state()).toBe('PENDING_APPROVAL')
    await iam.updateDelegationRequest(at)
    const own = root()
    expect(await own.iam.acceptDelegationRequest(at)).toEqual({})
    expect(await iam.sendDelegationToken(at)).toEqual({})
    expect(cloud.world.events.at(-1)).toMatchObject({
      eventName: 'SendDelegationToken',
      requestParameters: { delegationRequestId: DelegationRequestId },
    })
    expect(
      await iam.getDelegationRequest({ ...at, DelegationPermissionCheck: true })
    ).toEqual({
      DelegationRequest: {
        DelegationRequestId,
        OwnerAccountId: HOME,
        Description: 'Sets up monitoring',
        PermissionPolicy: allow('iam:CreateRole'),
        OwnerId: user,
        ApproverId: rootArn(),
        State: 'FINALIZED',
        ExpirationTime: new Date('2026-02-15T09:00:00.000Z'),
        RequestorId: '999999999999',
        CreateDate: new Date('2026-01-15T09:00:00.000Z'),
        SessionDuration: 3600,
        Notes: 'please',
        OnlySendByOwner: false,
        UpdatedTime: new Date('2026-01-15T09:01:00.000Z'),
      },
      PermissionCheckStatus: 'COMPLETE',
      PermissionCheckResult: 'UNSURE',
    })
  })

  test('is rejected for good, and goes a week later', async () => {
    const { iam, later, state } = await delegationCloud({
      state: 'ACCEPTED',
      account: HOME,
      owner: user,
      message: 'soon',
      requestorName: 'Watch',
      policyTemplate: 'arn:aws:iam::aws:delegation-template/x',
      redirectUrl: 'https://watch.example',
    })
    await iam.rejectDelegationRequest({ ...at, Notes: 'no' })
    const list = async () => iam.listDelegationRequests({ OwnerId: user })
    expect(await list()).toMatchObject({
      isTruncated: false,
      DelegationRequests: [
        {
          State: 'REJECTED',
          RejectionReason: 'no',
          RequestMessage: 'soon',
          RequestorName: 'Watch',
          RedirectUrl: 'https://watch.example',
          ExpirationTime: new Date('2026-01-22T09:00:00.000Z'),
        },
      ],
    })
    const OwnerId = userArn('Somebody')
    expect((await iam.listDelegationRequests({ OwnerId })).DelegationRequests).toEqual([])
    expect(await refusal(iam.acceptDelegationRequest(at))).toEqual({
      code: 'InvalidInput',
      message: `Delegation request ${DelegationRequestId} cannot be changed in state REJECTED.`,
      status: 400,
    })
    later(7 * 86_400)
    expect(await state()).toBe('EXPIRED')
    expect((await list()).DelegationRequests?.[0]?.State).toBe('EXPIRED')
  })

  test('may be rejected without a word', async () => {
    const { iam, state } = await delegationCloud({ state: 'ASSIGNED' })
    await iam.rejectDelegationRequest(at)
    expect(await state()).toBe('REJECTED')
  })

  test('belongs to one alone', async () => {
    const { iam } = await delegationCloud({ state: 'ASSIGNED', owner: userArn('Else') })
    expect(await refusal(iam.associateDelegationRequest(at))).toEqual({
      code: 'InvalidInput',
      message: `Delegation request ${DelegationRequestId} is already associated with an owner.`,
      status: 400,
    })
  })

  test('of another account is not to be seen', async () => {
    const { iam } = await delegationCloud({ account: AWAY })
    const missing = {
      code: 'NoSuchEntity',
      message: `Delegation request ${DelegationRequestId} cannot be found.`,
      status: 404,
    }
    expect(await refusal(iam.getDelegationRequest(at))).toEqual(missing)
    expect(await refusal(iam.getHumanReadableSummary({ EntityArn: arn }))).toEqual(missing)
  })

  test('is accepted by root for four hours at most', async () => {
    const { root } = await delegationCloud({ state: 'ASSIGNED', sessionDuration: 14_401 })
    expect((await refusal(root().iam.acceptDelegationRequest(at))).code).toBe(
      'InvalidInput'
    )
  })

  test('can ask that its owner answers', async () => {
    const { root } = await delegationCloud({
      state: 'ACCEPTED',
      owner: user,
      onlySendByOwner: true,
    })
    expect((await refusal(root().iam.sendDelegationToken(at))).code).toBe('AccessDenied')
  })

  test('is a resource, whose owner is a condition', async () => {
    const identity = document({
      Effect: 'Allow',
      Action: 'iam:*',
      Resource: '*',
      Condition: { ArnEquals: { 'iam:DelegationRequestOwner': user } },
    })
    const own = await delegationCloud({ state: 'ASSIGNED', owner: user }, { identity })
    await own.iam.getDelegationRequest(at)
    const free = await delegationCloud({}, { identity })
    expect((await refusal(free.iam.getDelegationRequest(at))).message).toContain(
      `iam:GetDelegationRequest on resource: ${arn} because`
    )
  })

  test.each([
    'getDelegationRequest',
    'associateDelegationRequest',
    'updateDelegationRequest',
    'acceptDelegationRequest',
    'rejectDelegationRequest',
    'sendDelegationToken',
  ] as const)('%s asks for an ID', async (method) => {
    const { iam } = await stsCloud()
    expect(await refusal(iam[method]({ DelegationRequestId: 'short' }))).toEqual({
      code: 'ValidationError',
      message:
        "1 validation error detected: Value at 'delegationRequestId' failed to satisfy constraint: Member must have length greater than or equal to 16",
      status: 400,
    })
    expect((await refusal(iam[method](at))).code).toBe('NoSuchEntity')
  })

  test('has no summary, and nothing else could have one', async () => {
    const { iam } = await delegationCloud()
    const of = (EntityArn: string, more: object = {}) =>
      iam.getHumanReadableSummary({ EntityArn, ...more })
    expect(await of(arn)).toEqual({ Locale: 'en', SummaryState: 'NOT_AVAILABLE' })
    expect((await of(arn, { Locale: 'de' })).Locale).toBe('de')
    expect(await refusal(of(user))).toEqual({
      code: 'InvalidInput',
      message: `ARN ${user} is not supported.`,
      status: 400,
    })
  })

  test('is made by partners of AWS alone', async () => {
    const { iam } = await stsCloud()
    const input = {
      Description: 'Sets up monitoring',
      Permissions: { PolicyTemplateArn: 'arn:aws:iam::aws:delegation-template/x' },
      RequestorWorkflowId: 'workflow',
      NotificationChannel: 'arn:aws:sns:us-east-1:999999999999:x',
      SessionDuration: 3600,
    }
    expect(await refusal(iam.createDelegationRequest(input))).toEqual({
      code: 'AccessDenied',
      message: `Account ${HOME} is not onboarded to create delegation requests.`,
      status: 403,
    })
    const short = { ...input, SessionDuration: 299 }
    expect((await refusal(iam.createDelegationRequest(short))).message).toBe(
      "1 validation error detected: Value at 'sessionDuration' failed to satisfy constraint: Member must have value greater than or equal to 300"
    )
  })
})
