import { LastAccessed } from '~/components/last-accessed/last-accessed-table'
import type { RoleTabProps } from './tab'

export const LastAccessedTab = ({ role }: RoleTabProps) => (
  <LastAccessed arn={role?.Arn} entity="role" />
)
