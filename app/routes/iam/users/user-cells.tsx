/** Cells of the users list. Each asks its own question, for the rows on show, and each may be refused alone. */
import type { User } from '@aws-sdk/client-iam'
import Spinner from '@cloudscape-design/components/spinner'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import type { ReactNode } from 'react'
import { AccessDeniedCell } from '~/components/access-denied'
import {
  useAccessKeyLastUsed,
  useAccessKeys,
  useLoginProfile,
  useMfaDevices,
  useUserGroups,
} from '~/data/users'
import { clock } from '~/lib/clock'
import { formatAge } from '~/lib/text'
import { ageText, isOld, latest } from './ages'
import { mfaType } from './mfa-type'

type Answer<T> = { data: T | undefined; error: Error | null }

/** What a cell shows: the answer, that it was refused, or that it is not there yet. */
function cell<T>({ data, error }: Answer<T>, show: (data: T) => ReactNode) {
  if (error) return <AccessDeniedCell error={error} />
  return data === undefined ? <Spinner /> : show(data)
}

export type NameProps = { name: string }

export const GroupCount = ({ name }: NameProps) =>
  cell(useUserGroups(name), (groups) => groups.length)

export const MfaCell = ({ name }: NameProps) =>
  cell(useMfaDevices(name), ([device]) => (device ? mfaType(device.SerialNumber) : '-'))

const Age = ({ date }: { date: Date }) => {
  const text = ageText(date, clock.now())
  return isOld(date, clock.now()) ? (
    <StatusIndicator type="warning">{text}</StatusIndicator>
  ) : (
    text
  )
}

export const PasswordAge = ({ name }: NameProps) =>
  cell(useLoginProfile(name), (profile) =>
    profile?.CreateDate ? <Age date={profile.CreateDate} /> : '-'
  )

export const ConsoleLastSignIn = ({ user }: { user: User }) =>
  cell(useLoginProfile(user.UserName ?? ''), (profile) =>
    profile && !user.PasswordLastUsed
      ? 'Never'
      : formatAge(user.PasswordLastUsed, clock.now())
  )

/** The key that is on show for a user with two: the active one. */
const useShownKey = (name: string) => {
  const { data, error } = useAccessKeys(name)
  const key = data?.find(({ Status }) => Status === 'Active') ?? data?.[0]
  return { data: data && { key }, error }
}

export const AccessKeyIdCell = ({ name }: NameProps) =>
  cell(useShownKey(name), ({ key }) => (key ? `${key.Status} - ${key.AccessKeyId}` : '-'))

export const ActiveKeyAge = ({ name }: NameProps) =>
  cell(useShownKey(name), ({ key }) =>
    key?.Status === 'Active' && key.CreateDate ? <Age date={key.CreateDate} /> : '-'
  )

export const KeyLastUsed = ({ name }: NameProps) =>
  cell(useShownKey(name), ({ key }) =>
    key?.AccessKeyId ? <LastUsed id={key.AccessKeyId} /> : '-'
  )

const LastUsed = ({ id }: { id: string }) =>
  cell(useAccessKeyLastUsed(id), ({ AccessKeyLastUsed }) =>
    AccessKeyLastUsed?.LastUsedDate
      ? formatAge(AccessKeyLastUsed.LastUsedDate, clock.now())
      : 'Never'
  )

/** By password or by key, whichever was later; what is refused about keys is left out. */
export function LastActivity({ user }: { user: User }) {
  const keys = useAccessKeys(user.UserName ?? '')
  const [first, second] = keys.data ?? []
  if (!first?.AccessKeyId) return formatAge(user.PasswordLastUsed, clock.now())
  const ids = [first.AccessKeyId, second?.AccessKeyId ?? first.AccessKeyId] as const
  return <ActivityWithKeys user={user} ids={ids} />
}

function ActivityWithKeys({
  user,
  ids: [one, two],
}: {
  user: User
  ids: readonly [string, string]
}) {
  const used = [useAccessKeyLastUsed(one), useAccessKeyLastUsed(two)].map(
    ({ data }) => data?.AccessKeyLastUsed?.LastUsedDate
  )
  return formatAge(latest(user.PasswordLastUsed, ...used), clock.now())
}
