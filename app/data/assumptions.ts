/** Who can assume what, as far as the active identity may know of it. */
import { useQuery } from '@tanstack/react-query'
import { accountOf, userArn } from '~/engine/arn'
import { isServiceError } from '~/engine/errors'
import { authorize } from '~/engine/evaluate/authorize'
import type { Decision } from '~/engine/evaluate/decision'
import type { PolicyDocument } from '~/engine/policy/document'
import { clock } from '~/lib/clock'
import { activeAccount, useIdentityStore } from '~/stores/identity'
import { allPages, useCaller } from './client'
import { cloud } from './cloud'
import { decodeDocument, readDocument } from './documents'
import { type Candidate, candidatesOf, type Details, kindOf } from './trust-map'

export type Assumption = Candidate & {
  allowed: boolean
  /** There is none about somebody who does not exist. */
  decision: Decision | undefined
}

const ANYTHING: PolicyDocument = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }],
}

/** Somebody of another account, whose own policies would allow everything. */
function decideForAccount(
  { from, to, action }: Candidate,
  trust: PolicyDocument
): Decision {
  const account = accountOf(from) ?? ''
  const arn = userArn(account, '/', 'anybody')
  return authorize(
    {
      principal: { type: 'user', arn, account },
      action,
      resource: { arn: to, account: accountOf(to) ?? '' },
      context: { 'aws:PrincipalAccount': account, 'aws:PrincipalArn': arn },
    },
    { identity: [ANYTHING], trust }
  )
}

function decide(candidate: Candidate, trusts: Map<string, PolicyDocument>) {
  const { from, to, action } = candidate
  const trust = trusts.get(to)
  if (kindOf(from) === 'account' && trust) return decideForAccount(candidate, trust)
  try {
    return cloud().decide({ principal: from, action, resource: to })
  } catch (error) {
    if (isServiceError(error)) return undefined
    throw error
  }
}

const trustsOf = ({ RoleDetailList = [] }: Details) =>
  new Map(
    RoleDetailList.flatMap(({ Arn = '', AssumeRolePolicyDocument }) => {
      const trust = readDocument(decodeDocument(AssumeRolePolicyDocument))
      return trust ? [[Arn, trust] as const] : []
    })
  )

/** Decisions between which the page gets its turn. */
const AT_ONCE = 500

async function decideAll(details: Details, account: string): Promise<Assumption[]> {
  const trusts = trustsOf(details)
  const candidates = candidatesOf(details, account)
  const found: Assumption[] = []
  for (let at = 0; at < candidates.length; at += AT_ONCE) {
    for (const candidate of candidates.slice(at, at + AT_ONCE)) {
      const decision = decide(candidate, trusts)
      found.push({ ...candidate, decision, allowed: decision?.verdict === 'Allow' })
    }
    await clock.painted()
  }
  // that the account is trusted names nobody in it; only who gets in is of interest
  return found.filter(({ allowed, named, from }) => allowed || named || isOutside(from))
}

const isOutside = (from: string) => ['account', 'everyone'].includes(kindOf(from))

const merged = (pages: Details[]): Details => ({
  UserDetailList: pages.flatMap((page) => page.UserDetailList ?? []),
  GroupDetailList: pages.flatMap((page) => page.GroupDetailList ?? []),
  RoleDetailList: pages.flatMap((page) => page.RoleDetailList ?? []),
  Policies: pages.flatMap((page) => page.Policies ?? []),
})

/** Reads the account by one operation, and has each pair decided by the engine. */
export function useAssumptions() {
  const caller = useCaller()
  const account = useIdentityStore(activeAccount) ?? ''
  return useQuery({
    queryKey: [caller.key, 'assumptions'],
    queryFn: async () => {
      const pages = await allPages(
        caller.client(),
        'GetAccountAuthorizationDetails',
        { MaxItems: 1000 },
        (page) => [page]
      )
      return decideAll(merged(pages), account)
    },
  })
}
