/**
 * What partners of AWS ask an account for. Nobody here is a partner, so that requests come with
 * the world; what their owners do with them is all here.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies-temporary-delegation.html
 */
import type { IamOperations } from '../api'
import { noSuchEntity, serviceError } from '../errors'
import type { Call, OperationTable } from '../kernel'
import type { DelegationRequest, World } from '../model'
import { entryOf } from '../records'
import { page } from './paging'
import * as p from './params'
import { constrainIam, given, optional } from './params'
import { onEverything } from './targets'

const printable = {
  pattern: /^[\t\n\r -~\u00a1-\u00ff]+$/,
  shown: '[\\u0009\\u000A\\u000D\\u0020-\\u007E\\u00A1-\\u00FF]+',
}

const requestId = {
  required: true,
  min: 16,
  max: 128,
  pattern: /^[\w-]+$/,
  shown: '[\\w-]+',
}

const notes = { ...p.description, max: 500 }

const ownerId = {
  min: 20,
  max: 2048,
  pattern: /^[a-zA-Z0-9:/+=,.@_-]+$/,
  shown: '^[a-zA-Z0-9:/+=,.@_-]+$',
}

type Named = { DelegationRequestId: string | undefined }

const arnOf = (account: string, id: string | undefined) =>
  `arn:aws:iam::${account}:delegation-request/${id}`

const ownerContext = (owner: string | undefined) =>
  owner ? { context: { 'iam:DelegationRequestOwner': owner } } : {}

const onRequest = ({ world, account, input }: Call<Named>) => ({
  arn: arnOf(account.id, input.DelegationRequestId),
  ...ownerContext(found(world, input.DelegationRequestId)?.owner),
})

const found = (world: World, id: string | undefined) =>
  entryOf(world.delegationRequests ?? {}, given(id))

/** Of another account there is nothing to be seen. */
function theRequest({ world, account, input, now }: Call<Named>): DelegationRequest {
  const request = found(world, input.DelegationRequestId)
  if (!request || (request.account ?? account.id) !== account.id) {
    throw noSuchEntity(`Delegation request ${input.DelegationRequestId} cannot be found.`)
  }
  return request.expires <= now ? { ...request, state: 'EXPIRED' } : request
}

type State = DelegationRequest['state']

/** The request, where it is in a state that lets it be changed so. */
function changing(call: Call<Named>, from: State[]) {
  const request = theRequest(call)
  if (from.includes(request.state)) return request
  throw serviceError(
    'InvalidInput',
    `Delegation request ${request.id} cannot be changed in state ${request.state}.`
  )
}

const open: State[] = ['ASSIGNED', 'PENDING_APPROVAL']

const WEEK = 7 * 86_400_000

function shapeOf(request: DelegationRequest) {
  const { account, owner, approver, message, requestorName, notes: own } = request
  return {
    DelegationRequestId: request.id,
    ...(account ? { OwnerAccountId: account } : {}),
    Description: request.description,
    ...(message ? { RequestMessage: message } : {}),
    ...(request.policyTemplate
      ? { Permissions: { PolicyTemplateArn: request.policyTemplate, Parameters: [] } }
      : {}),
    PermissionPolicy: request.policy,
    ...(owner ? { OwnerId: owner } : {}),
    ...(approver ? { ApproverId: approver } : {}),
    State: request.state,
    ExpirationTime: new Date(request.expires),
    RequestorId: request.requestor,
    ...(requestorName ? { RequestorName: requestorName } : {}),
    CreateDate: new Date(request.created),
    SessionDuration: request.sessionDuration,
    ...(request.redirectUrl ? { RedirectUrl: request.redirectUrl } : {}),
    ...(own ? { Notes: own } : {}),
    ...(request.rejection ? { RejectionReason: request.rejection } : {}),
    OnlySendByOwner: request.onlySendByOwner === true,
    UpdatedTime: new Date(request.updated),
  }
}

export const delegationOperations = {
  CreateDelegationRequest: {
    check: constrainIam({
      OwnerAccountId: { pattern: /^\d{12}$/, shown: '\\d{12}' },
      Description: { ...p.description, required: true },
      Permissions: {
        required: true,
        fields: { PolicyTemplateArn: optional(p.arnText) },
      },
      RequestMessage: { ...p.description, max: 200 },
      RequestorWorkflowId: { ...printable, required: true, min: 5, max: 400 },
      RedirectUrl: { min: 1, max: 255 },
      NotificationChannel: {
        required: true,
        min: 2,
        max: 400,
        pattern: /^[a-zA-Z0-9:_.-]+$/,
        shown: '^[a-zA-Z0-9:_.-]+$',
      },
      SessionDuration: { required: true, least: 300, most: 43_200 },
      OnlySendByOwner: { flag: true },
    }),
    on: onEverything,
    run: ({ account }) => {
      throw serviceError(
        'AccessDenied',
        `Account ${account.id} is not onboarded to create delegation requests.`
      )
    },
  },

  GetDelegationRequest: {
    check: constrainIam({
      DelegationRequestId: requestId,
      DelegationPermissionCheck: { flag: true },
    }),
    on: onRequest,
    // what the caller could hand on is not looked into
    run: (call) => ({
      DelegationRequest: shapeOf(theRequest(call)),
      ...(call.input.DelegationPermissionCheck
        ? {
            PermissionCheckStatus: 'COMPLETE' as const,
            PermissionCheckResult: 'UNSURE' as const,
          }
        : {}),
    }),
  },

  /** Those that somebody in the account has taken up. */
  ListDelegationRequests: {
    check: constrainIam({ OwnerId: ownerId, ...p.paging }),
    on: ({ input }) => ({ arn: '*', ...ownerContext(input.OwnerId) }),
    run: ({ world, account, input, now }) => {
      const own = Object.values(world.delegationRequests ?? {}).filter(
        (request) =>
          request.account === account.id &&
          request.owner !== undefined &&
          (input.OwnerId === undefined || request.owner === input.OwnerId)
      )
      const { items, IsTruncated, ...rest } = page(own, input)
      return {
        DelegationRequests: items.map((request) =>
          shapeOf(request.expires <= now ? { ...request, state: 'EXPIRED' } : request)
        ),
        isTruncated: IsTruncated,
        ...rest,
      }
    },
  },

  AssociateDelegationRequest: {
    check: constrainIam({ DelegationRequestId: requestId }),
    on: onRequest,
    run: (call) => {
      const request = changing(call, ['UNASSIGNED', 'ASSIGNED'])
      if (request.owner !== undefined && request.owner !== call.caller.arn) {
        throw serviceError(
          'InvalidInput',
          `Delegation request ${request.id} is already associated with an owner.`
        )
      }
      request.account = call.account.id
      request.owner = call.caller.arn
      request.state = 'ASSIGNED'
      request.updated = call.now
      return {}
    },
  },

  UpdateDelegationRequest: {
    check: constrainIam({ DelegationRequestId: requestId, Notes: notes }),
    on: onRequest,
    run: (call) => {
      const request = changing(call, open)
      if (call.input.Notes !== undefined) request.notes = call.input.Notes
      request.state = 'PENDING_APPROVAL'
      request.updated = call.now
      return {}
    },
  },

  AcceptDelegationRequest: {
    check: constrainIam({ DelegationRequestId: requestId }),
    on: onRequest,
    run: (call) => {
      const request = changing(call, open)
      if (call.caller.kind === 'root' && request.sessionDuration > 4 * 3600) {
        throw serviceError(
          'InvalidInput',
          'The root user cannot accept a delegation request for more than 4 hours.'
        )
      }
      request.approver = call.caller.arn
      request.state = 'ACCEPTED'
      request.updated = call.now
      return {}
    },
  },

  RejectDelegationRequest: {
    check: constrainIam({ DelegationRequestId: requestId, Notes: notes }),
    on: onRequest,
    run: (call) => {
      const request = changing(call, [...open, 'ACCEPTED'])
      if (call.input.Notes !== undefined) request.rejection = call.input.Notes
      request.state = 'REJECTED'
      request.updated = call.now
      request.expires = new Date(Date.parse(call.now) + WEEK).toISOString()
      return {}
    },
  },

  SendDelegationToken: {
    check: constrainIam({ DelegationRequestId: requestId }),
    on: onRequest,
    run: (call) => {
      const request = changing(call, ['ACCEPTED'])
      if (request.onlySendByOwner && request.owner !== call.caller.arn) {
        throw serviceError(
          'AccessDenied',
          'Only the owner of the delegation request can send its token.'
        )
      }
      request.state = 'FINALIZED'
      request.updated = call.now
      return {}
    },
  },

  /** AWS lets a language model write them. Nobody does so here. */
  GetHumanReadableSummary: {
    check: constrainIam({ EntityArn: p.arnText, Locale: { min: 2, max: 12 } }),
    on: ({ input }) => ({ arn: given(input.EntityArn) }),
    run: (call) => {
      const { account, input } = call
      const begins = arnOf(account.id, '')
      if (!given(input.EntityArn).startsWith(begins)) {
        throw serviceError('InvalidInput', `ARN ${input.EntityArn} is not supported.`)
      }
      const DelegationRequestId = given(input.EntityArn).slice(begins.length)
      theRequest({ ...call, input: { DelegationRequestId } })
      return { Locale: input.Locale ?? 'en', SummaryState: 'NOT_AVAILABLE' as const }
    },
  },
} satisfies Partial<OperationTable<IamOperations>>
