import type { IamOperations } from '../api'
import type { ServiceTable } from '../kernel'
import { accessKeyOperations } from './access-keys'
import { accountOperations } from './account'
import { groupPolicyOperations } from './group-policies'
import { groupOperations } from './groups'
import { instanceProfileOperations } from './instance-profiles'
import { passwordOperations } from './passwords'
import { policyOperations } from './policies'
import { policyVersionOperations } from './policy-versions'
import { rolePolicyOperations } from './role-policies'
import { roleOperations } from './roles'
import { userPolicyOperations } from './user-policies'
import { userOperations } from './users'

export const iamOperations: ServiceTable<IamOperations> = {
  ...userOperations,
  ...userPolicyOperations,
  ...passwordOperations,
  ...accessKeyOperations,
  ...groupOperations,
  ...groupPolicyOperations,
  ...roleOperations,
  ...rolePolicyOperations,
  ...instanceProfileOperations,
  ...policyOperations,
  ...policyVersionOperations,
  ...accountOperations,
}
