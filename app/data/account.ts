import { useQuery } from '@tanstack/react-query'
import { type Caller, q, qAll, useCaller } from './client'

export const accountSummaryQuery = (caller: Caller) =>
  q(caller, 'iam', 'GetAccountSummary', {})

export const useAccountSummary = () => useQuery(accountSummaryQuery(useCaller()))

export const accountAliasesQuery = (caller: Caller) =>
  qAll(caller, 'ListAccountAliases', {}, (page) => page.AccountAliases)

/** An account has one alias or none. */
export const useAccountAliases = () => useQuery(accountAliasesQuery(useCaller()))

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/console_account-alias.html */
export const signInUrl = (accountOrAlias: string) =>
  `https://${accountOrAlias}.signin.aws.amazon.com/console`
