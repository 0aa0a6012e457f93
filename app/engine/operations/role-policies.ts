import type { IamOperations } from '../api'
import type { OperationTable } from '../kernel'
import { theRole } from './find'
import * as holders from './holders'
import * as p from './params'
import { constrainIam, given } from './params'
import { isServiceLinked, theOwnRole } from './roles'
import { onBoundedRole, onRole, withPolicyArn } from './targets'

export const rolePolicyOperations = {
  AttachRolePolicy: {
    check: constrainIam({ RoleName: p.roleName, PolicyArn: p.policyArnText }),
    needs: ({ PolicyArn }) => ({ documents: [given(PolicyArn)] }),
    on: withPolicyArn(onBoundedRole),
    run: ({ account, input }) => {
      const role = theOwnRole(account, input.RoleName)
      holders.attach('role', account, role, given(input.PolicyArn), isServiceLinked(role))
      return {}
    },
  },

  DetachRolePolicy: {
    check: constrainIam({ RoleName: p.roleName, PolicyArn: p.policyArnText }),
    on: withPolicyArn(onBoundedRole),
    run: ({ account, input }) => {
      holders.detach(theOwnRole(account, input.RoleName), given(input.PolicyArn))
      return {}
    },
  },

  ListAttachedRolePolicies: {
    check: constrainIam({ RoleName: p.roleName, ...p.paging }),
    on: onRole,
    run: ({ account, input }) =>
      holders.listAttached(theRole(account, input.RoleName), input),
  },

  PutRolePolicy: {
    check: constrainIam({
      RoleName: p.roleName,
      PolicyName: p.policyName,
      PolicyDocument: p.policyDocument,
    }),
    on: onBoundedRole,
    run: ({ account, input }) => {
      const role = theOwnRole(account, input.RoleName)
      holders.putInline('role', role, given(input.PolicyName), given(input.PolicyDocument))
      return {}
    },
  },

  GetRolePolicy: {
    check: constrainIam({ RoleName: p.roleName, PolicyName: p.policyName }),
    on: onRole,
    run: ({ account, input }) => {
      const role = theRole(account, input.RoleName)
      const policy = holders.getInline('role', role, given(input.PolicyName))
      return { RoleName: role.name, ...policy }
    },
  },

  DeleteRolePolicy: {
    check: constrainIam({ RoleName: p.roleName, PolicyName: p.policyName }),
    on: onBoundedRole,
    run: ({ account, input }) => {
      holders.deleteInline(
        'role',
        theOwnRole(account, input.RoleName),
        given(input.PolicyName)
      )
      return {}
    },
  },

  ListRolePolicies: {
    check: constrainIam({ RoleName: p.roleName, ...p.paging }),
    on: onRole,
    run: ({ account, input }) =>
      holders.listInline(theRole(account, input.RoleName), input),
  },
} satisfies Partial<OperationTable<IamOperations>>
