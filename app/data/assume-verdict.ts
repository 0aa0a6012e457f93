/** Whether a role would really be assumed, beyond what AWS's simulation looks at. */
import { useQuery } from '@tanstack/react-query'
import { accountOf, nameOf } from '~/engine/arn'
import { activeAccount, useIdentityStore } from '~/stores/identity'
import { cloud } from './cloud'
import { useCaller } from './client'

type Question = {
  /** ARN of a user or role. */
  principal: string
  role: string
  context: Record<string, string | string[]>
}

/**
 * The decision of the engine, as behind "Why?". Who may not read a role of the account is not
 * told of its trust policy in this way either.
 */
export function useAssumeVerdict({ principal, role, context }: Question) {
  const caller = useCaller()
  const account = useIdentityStore(activeAccount)
  return useQuery({
    queryKey: [caller.key, 'sts', 'assume verdict', principal, role, context],
    queryFn: async () => {
      if (accountOf(role) === account) {
        await caller.client().iam.getRole({ RoleName: nameOf(role) })
      }
      await cloud().ready
      return cloud().decide({
        principal,
        action: 'sts:AssumeRole',
        resource: role,
        context,
      })
    },
  })
}
