import { LastAccessed } from '~/components/last-accessed/last-accessed-table'
import type { UserTabProps } from './tab'

export const LastAccessedTab = ({ user }: UserTabProps) => (
  <LastAccessed arn={user?.Arn} entity="user" />
)
