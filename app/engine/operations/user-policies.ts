import type { IamOperations } from '../api'
import type { OperationTable } from '../kernel'
import { theUser } from './find'
import * as holders from './holders'
import * as p from './params'
import { constrainIam, given } from './params'
import { onBoundedUser, onUser, withPolicyArn } from './targets'

export const userPolicyOperations = {
  AttachUserPolicy: {
    check: constrainIam({ UserName: p.userName, PolicyArn: p.policyArnText }),
    needs: ({ PolicyArn }) => ({ documents: [given(PolicyArn)] }),
    on: withPolicyArn(onBoundedUser),
    run: ({ account, input }) => {
      const user = theUser(account, input.UserName)
      holders.attach('user', account, user, given(input.PolicyArn))
      return {}
    },
  },

  DetachUserPolicy: {
    check: constrainIam({ UserName: p.userName, PolicyArn: p.policyArnText }),
    on: withPolicyArn(onBoundedUser),
    run: ({ account, input }) => {
      holders.detach(theUser(account, input.UserName), given(input.PolicyArn))
      return {}
    },
  },

  ListAttachedUserPolicies: {
    check: constrainIam({ UserName: p.userName, ...p.paging }),
    on: onUser,
    run: ({ account, input }) =>
      holders.listAttached(theUser(account, input.UserName), input),
  },

  PutUserPolicy: {
    check: constrainIam({
      UserName: p.userName,
      PolicyName: p.policyName,
      PolicyDocument: p.policyDocument,
    }),
    on: onBoundedUser,
    run: ({ account, input }) => {
      const user = theUser(account, input.UserName)
      holders.putInline('user', user, given(input.PolicyName), given(input.PolicyDocument))
      return {}
    },
  },

  GetUserPolicy: {
    check: constrainIam({ UserName: p.userName, PolicyName: p.policyName }),
    on: onUser,
    run: ({ account, input }) => {
      const user = theUser(account, input.UserName)
      const policy = holders.getInline('user', user, given(input.PolicyName))
      return { UserName: user.name, ...policy }
    },
  },

  DeleteUserPolicy: {
    check: constrainIam({ UserName: p.userName, PolicyName: p.policyName }),
    on: onBoundedUser,
    run: ({ account, input }) => {
      holders.deleteInline(
        'user',
        theUser(account, input.UserName),
        given(input.PolicyName)
      )
      return {}
    },
  },

  ListUserPolicies: {
    check: constrainIam({ UserName: p.userName, ...p.paging }),
    on: onUser,
    run: ({ account, input }) =>
      holders.listInline(theUser(account, input.UserName), input),
  },
} satisfies Partial<OperationTable<IamOperations>>
