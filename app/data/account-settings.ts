import { useQuery } from '@tanstack/react-query'
import type { PasswordPolicy } from '@aws-sdk/client-iam'
import type { AwsClient } from '~/engine'
import { track } from '~/lib/idle'
import { type Caller, isNotFound, useCaller } from './client'

/** `null` where the account has no policy of its own, and IAM's default holds. */
async function passwordPolicy({ iam }: AwsClient): Promise<PasswordPolicy | null> {
  try {
    return (await iam.getAccountPasswordPolicy()).PasswordPolicy ?? null
  } catch (error) {
    if (isNotFound(error)) return null
    throw error
  }
}

export const passwordPolicyQuery = (caller: Caller) => ({
  queryKey: [caller.key, 'iam', 'password policy'],
  queryFn: () => track(passwordPolicy(caller.client())),
})

export const usePasswordPolicy = () => useQuery(passwordPolicyQuery(useCaller()))

/** The report as text, and when it was made. */
export type CredentialReport = { content: string; generated: Date }

/**
 * Has a report made, unless there is a fresh one, and reads it.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_getting-report.html
 */
export async function credentialReport({ iam }: AwsClient): Promise<CredentialReport> {
  await iam.generateCredentialReport()
  const { Content, GeneratedTime } = await iam.getCredentialReport()
  return {
    content: new TextDecoder().decode(Content),
    generated: GeneratedTime ?? new Date(0),
  }
}

/** When the last report was made; `null` where there is none, or it is too old to be read. */
async function lastReport({ iam }: AwsClient): Promise<Date | null> {
  try {
    return (await iam.getCredentialReport()).GeneratedTime ?? null
  } catch (error) {
    if (isReportGone(error)) return null
    throw error
  }
}

const gone = ['ReportNotPresent', 'ReportExpired', 'ReportInProgress']

const isReportGone = (error: unknown) => error instanceof Error && gone.includes(error.name)

export function useLastCredentialReport() {
  const caller = useCaller()
  return useQuery({
    queryKey: [caller.key, 'iam', 'credential report'],
    queryFn: () => track(lastReport(caller.client())),
  })
}
