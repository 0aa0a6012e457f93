import type { DelegationRequest } from '~/data/delegation-requests'

type State = NonNullable<DelegationRequest['State']>

export const groups = ['Pending', 'Approved', 'Rejected', 'Expired', 'All'] as const

export type Group = (typeof groups)[number]

const names: Partial<Record<State, string>> = {
  UNASSIGNED: 'Pending',
  ASSIGNED: 'Pending',
  PENDING_APPROVAL: 'Pending approval',
  ACCEPTED: 'Approved',
  FINALIZED: 'Access granted',
  REJECTED: 'Rejected',
  EXPIRED: 'Expired',
}

const groupOf: Partial<Record<State, Group>> = {
  UNASSIGNED: 'Pending',
  ASSIGNED: 'Pending',
  PENDING_APPROVAL: 'Pending',
  ACCEPTED: 'Approved',
  FINALIZED: 'Approved',
  REJECTED: 'Rejected',
  EXPIRED: 'Expired',
}

export const stateText = (state: State | undefined) =>
  state ? (names[state] ?? state) : '-'

export const isIn = (group: Group, { State }: DelegationRequest) =>
  group === 'All' || (State !== undefined && groupOf[State] === group)

/** What can still be done with it. */
export const canApprove = ({ State }: DelegationRequest) =>
  State === 'ACCEPTED' || canRequest({ State })

export const canReject = canApprove

export const canRequest = ({ State }: DelegationRequest) =>
  State === 'UNASSIGNED' || State === 'ASSIGNED' || State === 'PENDING_APPROVAL'

/** `2 hours`, `1 hour 30 minutes`. */
export function durationText(seconds = 0) {
  const minutes = Math.round(seconds / 60)
  const part = (count: number, one: string) =>
    count === 0 ? [] : [`${count} ${one}${count === 1 ? '' : 's'}`]
  const parts = [...part(Math.floor(minutes / 60), 'hour'), ...part(minutes % 60, 'minute')]
  return parts.join(' ') || '-'
}
