/** https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_getting-report.html */
import type { IamOperations } from '../api'
import { rootArn, userArn } from '../arn'
import { serviceError } from '../errors'
import type { OperationTable } from '../kernel'
import type { AccessKey, Account, SigningCertificate, User } from '../model'
import { passwordChanged } from './passwords'
import { shelfByName } from './paging'
import { rootShape } from './shapes'
import { onEverything } from './targets'

const HOUR = 3_600_000
/** A report is good for four hours; until then no other is made. */
const FRESH = 4 * HOUR
const DAY = 24 * HOUR

const keyColumns = (number: number) => [
  `access_key_${number}_active`,
  `access_key_${number}_last_rotated`,
  `access_key_${number}_last_used_date`,
  `access_key_${number}_last_used_region`,
  `access_key_${number}_last_used_service`,
]

const columns = [
  'user',
  'arn',
  'user_creation_time',
  'password_enabled',
  'password_last_used',
  'password_last_changed',
  'password_next_rotation',
  'mfa_active',
  ...keyColumns(1),
  ...keyColumns(2),
  'cert_1_active',
  'cert_1_last_rotated',
  'cert_2_active',
  'cert_2_last_rotated',
]

const NONE = 'N/A'

/** `2026-01-15T09:00:00Z` */
const toTime = (date: string | undefined) =>
  date === undefined ? NONE : `${new Date(date).toISOString().slice(0, 19)}Z`

function keyCells(key: AccessKey | undefined) {
  const { lastUsed } = key ?? {}
  return [
    String(key?.status === 'Active'),
    toTime(key?.created),
    toTime(lastUsed?.date),
    lastUsed?.region ?? NONE,
    lastUsed?.service ?? NONE,
  ]
}

const certificateCells = (certificate: SigningCertificate | undefined) => [
  String(certificate?.status === 'Active'),
  toTime(certificate?.uploaded),
]

function passwordCells({ passwordPolicy }: Account, user: User) {
  const { loginProfile, passwordLastUsed } = user
  if (!loginProfile) return ['false', NONE, NONE, NONE]
  const changed = passwordChanged(loginProfile)
  const days = passwordPolicy?.maxAge
  const next =
    days === undefined
      ? undefined
      : new Date(Date.parse(changed) + days * DAY).toISOString()
  return [
    'true',
    passwordLastUsed === undefined ? 'no_information' : toTime(passwordLastUsed),
    toTime(changed),
    toTime(next),
  ]
}

const userRow = (account: Account, user: User) => [
  user.name,
  userArn(account.id, user.path, user.name),
  toTime(user.created),
  ...passwordCells(account, user),
  String(user.mfaDevices.length > 0),
  ...keyCells(user.accessKeys[0]),
  ...keyCells(user.accessKeys[1]),
  ...certificateCells(user.signingCertificates?.[0]),
  ...certificateCells(user.signingCertificates?.[1]),
]

const rootRow = (account: Account) => [
  '<root_account>',
  rootArn(account.id),
  toTime(rootShape(account).CreateDate?.toISOString()),
  'not_supported',
  account.rootPasswordLastUsed ? toTime(account.rootPasswordLastUsed) : 'no_information',
  'not_supported',
  'not_supported',
  String(Boolean(account.rootMfaDevices?.length)),
  ...keyCells(account.rootAccessKeys?.[0]),
  ...keyCells(account.rootAccessKeys?.[1]),
  ...certificateCells(undefined),
  ...certificateCells(undefined),
]

/** Names that IAM takes may hold a comma. */
const cell = (text: string) => (text.includes(',') ? `"${text}"` : text)

const reportOn = (account: Account) =>
  [
    columns,
    rootRow(account),
    ...shelfByName(account.users).map((user) => userRow(account, user)),
  ]
    .map((row) => row.map(cell).join(','))
    .join('\n')

const isFresh = (generated: string, now: string) =>
  Date.parse(now) - Date.parse(generated) < FRESH

export const credentialReportOperations = {
  GenerateCredentialReport: {
    on: onEverything,
    run: ({ account, now }) => {
      const before = account.credentialReport
      if (before && isFresh(before.generated, now)) return { State: 'COMPLETE' as const }
      account.credentialReport = { generated: now, content: reportOn(account) }
      return {
        State: 'STARTED' as const,
        Description: 'No report exists. Starting a new report generation task',
      }
    },
  },

  GetCredentialReport: {
    on: onEverything,
    run: ({ account, now }) => {
      const report = account.credentialReport
      // the service says no more than the code
      if (!report) throw serviceError('ReportNotPresent', '')
      if (!isFresh(report.generated, now)) throw serviceError('ReportExpired', '')
      return {
        Content: new TextEncoder().encode(report.content),
        ReportFormat: 'text/csv' as const,
        GeneratedTime: new Date(report.generated),
      }
    },
  },
} satisfies Partial<OperationTable<IamOperations>>
